package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.event.Registration;
import dev.rubedo.migrate.error.MigrationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signal that stops runs, for example at the end of the process. The current statement is cancelled, its transaction
 * is rolled back, the lock is released, and the run fails with a {@link MigrationException}. The next run continues
 * there. Thread-safe.
 */
public final class StopSignal {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private volatile boolean isRequested;
    private volatile @Nullable Execution current;

    /** Creates a signal. */
    public StopSignal() {}

    /** Stops runs that have this signal. Returns immediately. */
    public void request() {
        isRequested = true;
        var running = current;
        if (running != null) {
            try {
                running.cancel();
            } catch (DatabaseException e) {
                LOG.debug("The statement cannot be cancelled", e);
            }
        }
    }

    /** Returns whether runs are stopped. */
    public boolean isRequested() {
        return isRequested;
    }

    /** Throws if a stop was requested. */
    void check() {
        if (isRequested) {
            throw new MigrationException("The run was stopped on request.");
        }
    }

    /** Follows the statements of a connection. */
    Registration follow(Connection connection) {
        return connection.engine().listen(new ExecutionListener() {
            @Override
            public void beforeExecute(Execution execution) {
                if (execution.connection() == connection) {
                    current = execution;
                }
            }

            @Override
            public void afterExecute(Execution execution) {
                current = null;
            }

            @Override
            public void afterError(Execution execution, DatabaseException failure) {
                current = null;
            }
        });
    }
}
