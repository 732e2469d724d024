package dev.rubedo.orm.session;

import dev.rubedo.orm.flush.FlushPlan;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A flush in a recording of JDK Flight Recorder. Confined to one thread at a time. */
@Name("rubedo.Flush")
@Label("Flush")
@Category("Rubedo")
@Description("The planning and execution of a flush")
@Threshold("0 ms")
final class FlushEvent extends Event {

    @Label("Inserted") int inserted;

    @Label("Updated") int updated;

    @Label("Deleted") int deleted;

    @Label("Steps") int steps;

    @Label("Automatic")
    @Description("Whether a query caused the flush") boolean automatic;

    /** Writes the event of a flush with this plan. */
    void written(FlushPlan plan, boolean isAutomatic) {
        if (shouldCommit()) {
            inserted = plan.inserted().size();
            updated = plan.updated().size();
            deleted = plan.deleted().size();
            steps = plan.actions().size();
            automatic = isAutomatic;
            commit();
        }
    }
}
