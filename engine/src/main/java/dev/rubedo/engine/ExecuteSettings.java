package dev.rubedo.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of an execution, together. Immutable.
 *
 * @param fetchSize
 *            rows to fetch at once, 0 for the driver's own way
 * @param timeout
 *            how long the statement may take, null for no limit
 * @param tag
 *            the name of the execution, empty for none
 */
record ExecuteSettings(int fetchSize, @Nullable Duration timeout, String tag) {

    static final ExecuteSettings NONE = new ExecuteSettings(0, null, "");

    ExecuteSettings with(ExecuteOption... options) {
        var settings = this;
        for (var option : options) {
            settings = switch (option) {
                case ExecuteOption.FetchSize o -> new ExecuteSettings(o.rows(), settings.timeout, settings.tag);
                case ExecuteOption.Timeout o -> new ExecuteSettings(settings.fetchSize, o.limit(), settings.tag);
                case ExecuteOption.Tag o -> new ExecuteSettings(settings.fetchSize, settings.timeout, o.name());
            };
        }
        return settings;
    }

    ExecuteSettings withTimeout(@Nullable Duration limit) {
        return new ExecuteSettings(fetchSize, limit, tag);
    }
}
