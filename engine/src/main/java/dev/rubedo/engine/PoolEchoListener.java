package dev.rubedo.engine;

import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PooledConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A listener that logs the life cycle of pooled connections. Immutable. */
final class PoolEchoListener implements PoolListener {

    private final Logger log;
    private final boolean uses;

    PoolEchoListener(Logger log, boolean uses) {
        this.log = log;
        this.uses = uses;
    }

    @Override
    public void afterConnect(PooledConnection connection) {
        log.info("Opened {}", connection);
    }

    @Override
    public void afterCheckOut(PooledConnection connection) {
        if (uses) {
            log.info("Checked out {}", connection);
        }
    }

    @Override
    public void afterCheckIn(PooledConnection connection) {
        if (uses) {
            log.info("Checked in {}", connection);
        }
    }

    @Override
    public void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {
        if (cause == null) {
            log.info("Replacing {}, opened {} ms ago", connection, connection.age().toMillis());
        } else {
            log.info("Invalidated {}: {}", connection, cause.toString());
        }
    }

    @Override
    public void afterClose(PooledConnection connection) {
        log.info("Closed {}", connection);
    }
}
