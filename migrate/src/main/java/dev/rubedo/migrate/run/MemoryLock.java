package dev.rubedo.migrate.run;

import dev.rubedo.engine.Engine;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A lock on an in-memory database of this process. Confined to one thread at a time. */
final class MemoryLock extends MigrationLock {
    private static final Set<Object> HELD = ConcurrentHashMap.newKeySet();

    private final Object database;
    private boolean isHeld;

    /** Creates a lock. Engines with the same URL share a database only if the URL specifies that. */
    MemoryLock(Engine engine) {
        var url = engine.url().toString();
        this.database = url.contains("cache=shared") ? url : engine;
    }

    @Override
    boolean tryAcquire() {
        isHeld = HELD.add(database);
        return isHeld;
    }

    @Override
    void verify() {
        // nothing can be lost
    }

    @Override
    public void close() {
        if (isHeld) {
            isHeld = false;
            HELD.remove(database);
        }
    }
}
