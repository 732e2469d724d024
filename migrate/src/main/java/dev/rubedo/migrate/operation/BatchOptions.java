package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.TableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a batch creates a table anew. Immutable.
 *
 * @param recreate when the table is created anew
 * @param copyFrom the table as it exists, which is then not read from the database; null to read it
 * @param items further constraints and options of the table that reading it does not find
 * @param order groups of columns that shall stand in that order; other columns stay where they are
 * @param naming the convention that names the constraints of the table that have none, so that they can be dropped; null
 *     for none
 */
public record BatchOptions(Recreate recreate, @Nullable TableSnapshot copyFrom, List<TableItem> items,
        List<List<String>> order, @Nullable NamingConvention naming) {

    /** Creates the table anew where that is necessary. */
    public static final BatchOptions DEFAULT = new BatchOptions(Recreate.AUTO, null, List.of(), List.of(), null);

    /** Checks the components and copies the lists. */
    public BatchOptions {
        Objects.requireNonNull(recreate, "recreate");
        items = List.copyOf(items);
        order = order.stream().map(List::copyOf).toList();
    }

    /** When a table is created anew. Immutable. */
    public enum Recreate {
        /** On SQLite, if there is a change that it cannot make otherwise; on other databases never. */
        AUTO,
        /** On every database. */
        ALWAYS,
        /** On no database: a change that is not possible fails. */
        NEVER
    }

    /** Returns these options with the table re-created on every database. */
    public BatchOptions recreateAlways() {
        return new BatchOptions(Recreate.ALWAYS, copyFrom, items, order, naming);
    }

    /** Returns these options, never creating the table anew. */
    public BatchOptions recreateNever() {
        return new BatchOptions(Recreate.NEVER, copyFrom, items, order, naming);
    }

    /**
     * Returns these options with the table as it exists, which offline scripts need.
     *
     * @param table the table
     */
    public BatchOptions copyFrom(TableSnapshot table) {
        return new BatchOptions(recreate, table, items, order, naming);
    }

    /**
     * Returns these options with further constraints and options of the new table.
     *
     * @param more the items, such as checks and table options
     */
    public BatchOptions with(TableItem... more) {
        var all = new ArrayList<>(items);
        all.addAll(List.of(more));
        return new BatchOptions(recreate, copyFrom, all, order, naming);
    }

    /**
     * Returns these options with an order of columns.
     *
     * @param columns columns that shall follow each other in this order
     */
    public BatchOptions ordered(String... columns) {
        var all = new ArrayList<>(order);
        all.add(List.of(columns));
        return new BatchOptions(recreate, copyFrom, items, all, naming);
    }

    /**
     * Returns these options with names for the constraints of the table that have none.
     *
     * @param convention the convention
     */
    public BatchOptions naming(NamingConvention convention) {
        return new BatchOptions(recreate, copyFrom, items, order, convention);
    }
}
