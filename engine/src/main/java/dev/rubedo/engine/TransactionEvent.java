package dev.rubedo.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/** The JDK Flight Recorder event of a transaction. Confined to one thread at a time. */
@Name("rubedo.Transaction")
@Label("Transaction")
@Category("Rubedo")
@Description("A transaction from its beginning to its end")
@Threshold("1 ms")
@StackTrace
final class TransactionEvent extends Event {

    @Label("Outcome")
    @Description("committed, rolled back or lost") String outcome = "";

    /** Returns an event that has begun, or null if no recording has enabled it. */
    static @Nullable TransactionEvent begun() {
        var event = new TransactionEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    /** Writes the event. */
    void ended(String how) {
        if (shouldCommit()) {
            outcome = how;
            commit();
        }
    }
}
