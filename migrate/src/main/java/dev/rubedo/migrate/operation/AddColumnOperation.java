package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.List;
import java.util.Objects;

/**
 * Adds a column with its constraints and indexes. Immutable.
 *
 * @param table the name of the table
 * @param column the column
 * @param constraints the constraints on this column alone that are added with it
 * @param indexes the indexes that are created with it
 * @param options how it is added
 */
public record AddColumnOperation(TableName table, ColumnSnapshot column, List<ConstraintSnapshot> constraints,
        List<IndexSnapshot> indexes, Options options) implements TableOperation {

    /** Checks the components and copies the lists. */
    public AddColumnOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(options, "options");
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    /**
     * Adds a column without constraints and indexes.
     *
     * @param table the name of the table
     * @param column the column
     */
    public AddColumnOperation(TableName table, ColumnSnapshot column) {
        this(table, column, List.of(), List.of(), Options.DEFAULT);
    }

    /**
     * The options of adding a column.
     *
     * @param ifNotExists whether to do nothing if the column exists, instead of failing
     * @param inlineReferences whether its foreign keys are part of the column definition, instead of separate
     *     statements
     */
    public record Options(boolean ifNotExists, boolean inlineReferences) {
        /**
         * The default options: fails if the column exists, and adds foreign keys by separate statements if the database
         * supports them.
         */
        public static final Options DEFAULT = new Options(false, false);
    }

    @Override
    public DropColumnOperation reverse() {
        return new DropColumnOperation(table, column.name(), this, options.ifNotExists(), false);
    }

    @Override
    public OperationStep step() {
        return column.computed() == null ? OperationStep.ADD_COLUMNS : OperationStep.ADD_COMPUTED_COLUMNS;
    }

    @Override
    public String describe() {
        return "add column \"" + table + "." + column.name() + "\"";
    }
}
