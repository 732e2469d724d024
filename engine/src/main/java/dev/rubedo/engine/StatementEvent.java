package dev.rubedo.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The JDK Flight Recorder event of a statement; its duration is the response time of the database. It does not contain
 * parameter values. Confined to one thread at a time.
 */
@Name("rubedo.Statement")
@Label("Statement")
@Category("Rubedo")
@Description("A statement that the database has executed")
@Threshold("1 ms")
final class StatementEvent extends Event {

    @Label("Operation") String operation = "";

    @Label("Summary")
    @Description("The kind of the statement and its tables") String summary = "";

    @Label("SQL") String sql = "";

    @Label("Tag")
    @Description("The name given by ExecuteOption.tag") String tag = "";

    @Label("Changed Rows")
    @Description("The number of changed rows; -1 if it is unknown") long changedRows = -1;

    @Label("Read Rows")
    @Description("The number of rows that the program has read") long readRows;

    @Label("Error")
    @Description("The simple name of the exception if the statement failed")
    @Nullable String error;

    /** Returns an event that has begun, or null if no recording has enabled it. */
    static @Nullable StatementEvent begun() {
        var event = new StatementEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    /** Writes the event when the statement has ended. */
    void written(StatementSubject subject, String text, ExecuteSettings settings) {
        if (shouldCommit()) {
            operation = subject.kind().name();
            summary = subject.summary();
            sql = text;
            tag = settings.tag();
            commit();
        }
    }
}
