package dev.rubedo.cache;

import dev.rubedo.engine.RowQuery;
import dev.rubedo.engine.TableChanges;
import dev.rubedo.sql.TableReference;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The times at which the rows of each table were last changed, as far as a region was notified. Thread-safe. */
final class TableTimes {

    private final Map<String, Instant> byTable = new ConcurrentHashMap<>();
    private volatile Instant any = Instant.MIN;
    private volatile Instant all = Instant.MIN;

    void changed(TableChanges changes, Instant now) {
        if (changes.isComplete()) {
            changes.tables().forEach(table -> changed(table, now));
        } else {
            changedAll(now);
        }
    }

    synchronized void changed(TableReference table, Instant now) {
        byTable.merge(table.original().label(), now, TableTimes::later);
        any = later(any, now);
    }

    synchronized void changedAll(Instant now) {
        all = later(all, now);
        any = later(any, now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Returns whether the tables that a query reads have not changed since a time. */
    boolean isUnchangedSince(RowQuery query, Instant time) {
        if (!query.namesAllTables()) {
            return any.isBefore(time);
        }
        if (!all.isBefore(time)) {
            return false;
        }
        for (var table : query.tables()) {
            var changed = byTable.get(table.label());
            if (changed != null && !changed.isBefore(time)) {
                return false;
            }
        }
        return true;
    }
}
