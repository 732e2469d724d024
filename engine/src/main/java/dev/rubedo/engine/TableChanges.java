package dev.rubedo.engine;

import dev.rubedo.compile.StatementTables;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.TableReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The tables that a transaction has changed, including those that are changed by foreign keys ({@code CASCADE},
 * {@code SET NULL}, {@code SET DEFAULT}). Changes by triggers are not known. Confined to one thread at a time until the
 * transaction has ended; then immutable.
 */
public final class TableChanges {

    private final Set<TableReference> tables = new LinkedHashSet<>();
    private boolean isComplete = true;

    TableChanges() {}

    void add(StatementTables statement) {
        statement.changed().forEach(this::add);
    }

    void addUnknown() {
        isComplete = false;
    }

    private void add(TableReference changed) {
        if (!tables.add(changed) || !(changed instanceof Table table)) {
            return;
        }
        for (Table other : table.metaData().tables()) {
            if (other.foreignKeys().stream().anyMatch(key -> spreads(key, table))) {
                add(other);
            }
        }
    }

    private static boolean spreads(ForeignKey key, Table target) {
        return key.target() == target && (changes(key.deleteAction()) || changes(key.updateAction()));
    }

    private static boolean changes(ReferentialAction action) {
        return switch (action) {
            case CASCADE, SET_NULL, SET_DEFAULT -> true;
            case DEFAULT, NO_ACTION, RESTRICT -> false;
        };
    }

    /** Returns the changed tables, not aliases. */
    public Set<TableReference> tables() {
        return Collections.unmodifiableSet(tables);
    }

    /**
     * Returns whether {@link #tables()} contains all of them; false if the transaction executed text other than
     * queries, DDL or statements on the JDBC connection, which may have changed any table.
     */
    public boolean isComplete() {
        return isComplete;
    }

    /** Returns whether a query may read a changed table. */
    boolean concerns(StatementTables query) {
        if (!isComplete) {
            return true;
        }
        return !tables.isEmpty() && (!query.isComplete() || query.read().stream().anyMatch(this::has));
    }

    /** Returns whether a table was changed. Two declarations of a table count as the same table. */
    private boolean has(TableReference table) {
        return tables.stream().anyMatch(changed -> changed.label().equals(table.label()));
    }

    @Override
    public String toString() {
        return isComplete ? tables.toString() : "any table";
    }
}
