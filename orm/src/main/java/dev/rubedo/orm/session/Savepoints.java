package dev.rubedo.orm.session;

import dev.rubedo.engine.Savepoint;
import java.util.ArrayList;
import java.util.List;

/** A savepoint of a session: one in each database of its transaction. Confined to one thread at a time. */
final class Savepoints {

    private final List<Savepoint> all = new ArrayList<>(1);

    /** Adds that of a database. */
    void add(Savepoint savepoint) {
        all.add(savepoint);
    }

    boolean isActive() {
        for (Savepoint savepoint : all) {
            if (savepoint.isActive()) {
                return true;
            }
        }
        return false;
    }

    void commit() {
        all.forEach(Savepoint::commit);
    }

    /** Rolls back those that are active, even if one of them fails, and then throws the first exception. */
    void rollback() {
        Failures failures = new Failures();
        for (Savepoint savepoint : all) {
            if (savepoint.isActive()) {
                failures.run(savepoint::rollback);
            }
        }
        failures.throwFirst();
    }
}
