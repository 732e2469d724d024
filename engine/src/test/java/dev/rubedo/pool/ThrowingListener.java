package dev.rubedo.pool;

import org.jspecify.annotations.Nullable;

/** A listener that cannot bear one event. */
record ThrowingListener(String event) implements PoolListener {

    private void happened(String what) {
        if (what.equals(event)) {
            throw new IllegalStateException(what);
        }
    }

    @Override
    public void afterConnect(PooledConnection connection) {
        happened("connect");
    }

    @Override
    public void afterCheckOut(PooledConnection connection) {
        happened("checkOut");
    }

    @Override
    public void afterCheckIn(PooledConnection connection) {
        happened("checkIn");
    }

    @Override
    public void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {
        happened("invalidate");
    }
}
