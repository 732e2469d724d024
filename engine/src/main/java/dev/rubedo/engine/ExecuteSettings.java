package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The combined options of an execution. Immutable.
 *
 * @param fetchSize the number of rows to fetch at once, 0 for the driver's default
 * @param pageSize the number of rows in a list of the result, 0 for none
 * @param timeout the timeout of the statement, or null for none
 * @param tag the name of the execution; empty for none
 * @param returnsKeys whether an INSERT returns the primary keys of its rows
 * @param statement the statement as shown to listeners, or null if there is none or no listener
 */
record ExecuteSettings(int fetchSize, int pageSize, @Nullable Duration timeout, String tag, boolean returnsKeys,
        @Nullable Statement<?> statement) {

    static final ExecuteSettings NONE = new ExecuteSettings(0, 0, null, "", false, null);

    ExecuteSettings with(ExecuteOption... options) {
        var settings = this;
        for (var option : options) {
            settings = settings.with(option);
        }
        return settings;
    }

    private ExecuteSettings with(ExecuteOption option) {
        return switch (option) {
            case ExecuteOption.FetchSize o ->
                new ExecuteSettings(o.rows(), pageSize, timeout, tag, returnsKeys, statement);
            case ExecuteOption.YieldPer o ->
                new ExecuteSettings(o.rows(), o.rows(), timeout, tag, returnsKeys, statement);
            case ExecuteOption.Timeout o ->
                new ExecuteSettings(fetchSize, pageSize, o.limit(), tag, returnsKeys, statement);
            case ExecuteOption.Tag o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, o.name(), returnsKeys, statement);
            case ExecuteOption.GeneratedKeys o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, tag, true, statement);
            case ExecuteOption.ForStatement o ->
                new ExecuteSettings(fetchSize, pageSize, timeout, tag, returnsKeys, o.statement());
        };
    }

    /** Returns whether the settings change the driver's statement beyond the execution. */
    boolean changesStatements() {
        return fetchSize != 0 || timeout != null;
    }

    /** Returns these settings with a statement, unless they already name one. */
    ExecuteSettings of(Statement<?> executed) {
        return statement == null ? new ExecuteSettings(fetchSize, pageSize, timeout, tag, returnsKeys, executed) : this;
    }
}
