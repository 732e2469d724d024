package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The combined options of an execution. Immutable.
 *
 * @param fetchSize the number of rows to fetch at once, 0 for the driver's default
 * @param timeout the timeout of the statement, or null for none
 * @param tag the name of the execution; empty for none
 * @param statement the statement as shown to listeners, or null if there is none or no listener
 */
record ExecuteSettings(int fetchSize, @Nullable Duration timeout, String tag, @Nullable Statement<?> statement) {

    static final ExecuteSettings NONE = new ExecuteSettings(0, null, "", null);

    ExecuteSettings with(ExecuteOption... options) {
        var settings = this;
        for (var option : options) {
            settings = switch (option) {
                case ExecuteOption.FetchSize o -> new ExecuteSettings(o.rows(), settings.timeout, settings.tag,
                        settings.statement);
                case ExecuteOption.Timeout o -> new ExecuteSettings(settings.fetchSize, o.limit(), settings.tag,
                        settings.statement);
                case ExecuteOption.Tag o -> new ExecuteSettings(settings.fetchSize, settings.timeout, o.name(),
                        settings.statement);
                case ExecuteOption.ForStatement o ->
                    new ExecuteSettings(settings.fetchSize, settings.timeout, settings.tag, o.statement());
            };
        }
        return settings;
    }

    /** Returns whether the settings change the driver's statement beyond the execution. */
    boolean changesStatements() {
        return fetchSize != 0 || timeout != null;
    }

    ExecuteSettings withTimeout(@Nullable Duration limit) {
        return new ExecuteSettings(fetchSize, limit, tag, statement);
    }

    /** Returns these settings with a statement, unless they already name one. */
    ExecuteSettings of(Statement<?> executed) {
        return statement == null ? new ExecuteSettings(fetchSize, timeout, tag, executed) : this;
    }
}
