package dev.rubedo.orm.session;

import dev.rubedo.engine.StatementOrigin;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** A lazy load in a recording of JDK Flight Recorder. Confined to one thread at a time. */
@Name("rubedo.LazyLoad")
@Label("Lazy Load")
@Category("Rubedo")
@Description("Access to an attribute that executed statements")
@Threshold("0 ms")
final class LazyLoadEvent extends Event {

    @Label("Attribute")
    @Description("The entity and its attribute") String attribute = "";

    @Label("Advice")
    @Description("What to add to the query so that the statements are not needed") String advice = "";

    /** Returns an event that has begun, or null unless a recording wants it. */
    static @Nullable LazyLoadEvent begun() {
        LazyLoadEvent event = new LazyLoadEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    /** Writes the event. */
    void written(StatementOrigin why) {
        if (shouldCommit()) {
            attribute = why.subject();
            advice = why.advice();
            commit();
        }
    }
}
