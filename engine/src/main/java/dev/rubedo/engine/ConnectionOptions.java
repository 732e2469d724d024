package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection, which hold until it is closed. Each method returns changed options. Immutable.
 */
public final class ConnectionOptions {

    static final ConnectionOptions NONE = new ConnectionOptions(null, false, ExecuteSettings.NONE);

    private final @Nullable IsolationLevel isolationLevel;
    private final boolean readOnly;
    private final ExecuteSettings settings;

    private ConnectionOptions(@Nullable IsolationLevel isolationLevel, boolean readOnly, ExecuteSettings settings) {
        this.isolationLevel = isolationLevel;
        this.readOnly = readOnly;
        this.settings = settings;
    }

    /** Returns these options with an isolation level for the transactions to come. */
    public ConnectionOptions isolationLevel(IsolationLevel level) {
        return new ConnectionOptions(level, readOnly, settings);
    }

    /** Returns these options with transactions that only read; a database that has none refuses the option. */
    public ConnectionOptions readOnly(boolean isReadOnly) {
        return new ConnectionOptions(isolationLevel, isReadOnly, settings);
    }

    /** Returns these options with a limit for every statement that has none of its own. */
    public ConnectionOptions timeout(Duration limit) {
        return new ConnectionOptions(isolationLevel, readOnly, settings.with(ExecuteOption.timeout(limit)));
    }

    /** Returns these options with a fetch size for every statement that has none of its own. */
    public ConnectionOptions fetchSize(int rows) {
        return new ConnectionOptions(isolationLevel, readOnly, settings.with(ExecuteOption.fetchSize(rows)));
    }

    /** Returns the isolation level, if one was asked for. */
    public Optional<IsolationLevel> isolationLevel() {
        return Optional.ofNullable(isolationLevel);
    }

    /** Returns whether transactions only read. */
    public boolean isReadOnly() {
        return readOnly;
    }

    ExecuteSettings settings() {
        return settings;
    }
}
