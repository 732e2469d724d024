package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes the labels of an enumeration type (PostgreSQL). Labels that are only added are added to the type; otherwise a
 * new type replaces it in the given columns, which fails if a row has a removed label. Immutable.
 *
 * @param type the name of the type
 * @param from the labels before the change, in order
 * @param to the labels after it, in order
 * @param columns the columns that have the type
 */
public record AlterEnumOperation(TableName type, List<String> from, List<String> to, List<Use> columns)
        implements
            DatabaseOperation {

    /** Checks the components and copies the lists. */
    public AlterEnumOperation {
        Objects.requireNonNull(type, "type");
        from = List.copyOf(from);
        to = List.copyOf(to);
        columns = List.copyOf(columns);
        if (from.isEmpty() || to.isEmpty()) {
            throw new IllegalArgumentException("Type \"" + type + "\" needs at least one label before and after");
        }
    }

    /**
     * A column with the type.
     *
     * @param table the name of the table
     * @param column the name of the column
     * @param serverDefault the SQL of its default; empty for none
     * @param isArray whether it is an array of the type
     */
    public record Use(TableName table, String column, String serverDefault, boolean isArray) {
        /** Checks the components. */
        public Use {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
            Objects.requireNonNull(serverDefault, "serverDefault");
        }
    }

    /** Returns whether labels are only added, so that the type can be kept. */
    public boolean isAddition() {
        var kept = new ArrayList<>(to);
        kept.retainAll(from);
        return kept.equals(from);
    }

    @Override
    public AlterEnumOperation reverse() {
        return new AlterEnumOperation(type, to, from, columns);
    }

    @Override
    public boolean isDestructive() {
        return !to.containsAll(from);
    }

    @Override
    public OperationStep step() {
        return OperationStep.ENUMS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return EnumLabels.apply(before, this);
    }

    @Override
    public String describe() {
        return "alter type \"" + type + "\"";
    }
}
