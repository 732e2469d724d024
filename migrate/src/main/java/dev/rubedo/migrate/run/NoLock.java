package dev.rubedo.migrate.run;

/** The absence of a lock. Immutable. */
final class NoLock extends MigrationLock {

    @Override
    boolean tryAcquire() {
        return true;
    }

    @Override
    void verify() {
        // nothing can be lost
    }

    @Override
    public void close() {
        // nothing is held
    }
}
