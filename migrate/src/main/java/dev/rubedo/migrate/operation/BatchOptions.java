package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.TableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The options for recreating a table in a batch. Immutable.
 *
 * @param recreate when the table is recreated
 * @param copyFrom the definition of the existing table, instead of reading it; null to read it from the database
 * @param items further constraints and options of the table that reading it does not find
 * @param order groups of columns that are to follow each other in that order; other columns keep their positions
 * @param naming the convention that names the unnamed constraints of the table, so that they can be dropped; null for
 *     none
 */
public record BatchOptions(Recreate recreate, @Nullable TableSnapshot copyFrom, List<TableItem> items,
        List<List<String>> order, @Nullable NamingConvention naming) {

    /** The default options: the table is recreated if that is necessary. */
    public static final BatchOptions DEFAULT = new BatchOptions(Recreate.AUTO, null, List.of(), List.of(), null);

    /** Checks the components and copies the lists. */
    public BatchOptions {
        Objects.requireNonNull(recreate, "recreate");
        items = List.copyOf(items);
        order = order.stream().map(List::copyOf).toList();
    }

    /** The condition under which a table is recreated. Immutable. */
    public enum Recreate {
        /** On SQLite if it cannot make a change otherwise; never on other databases. */
        AUTO,
        /** On every database. */
        ALWAYS,
        /** On no database: a change that is not possible fails. */
        NEVER
    }

    /** Returns these options, which recreate the table on every database. */
    public BatchOptions recreateAlways() {
        return new BatchOptions(Recreate.ALWAYS, copyFrom, items, order, naming);
    }

    /** Returns these options, which never recreate the table. */
    public BatchOptions recreateNever() {
        return new BatchOptions(Recreate.NEVER, copyFrom, items, order, naming);
    }

    /**
     * Returns these options with the definition of the existing table, which offline scripts require.
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
     * @param columns the columns that are to follow each other in this order
     */
    public BatchOptions ordered(String... columns) {
        var all = new ArrayList<>(order);
        all.add(List.of(columns));
        return new BatchOptions(recreate, copyFrom, items, all, naming);
    }

    /**
     * Returns these options with names for the unnamed constraints of the table.
     *
     * @param convention the convention
     */
    public BatchOptions naming(NamingConvention convention) {
        return new BatchOptions(recreate, copyFrom, items, order, convention);
    }
}
