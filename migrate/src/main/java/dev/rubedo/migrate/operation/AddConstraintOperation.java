package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;

/**
 * Adds a constraint to a table. Immutable.
 *
 * @param table the name of the table
 * @param constraint the constraint
 */
public record AddConstraintOperation(TableName table, ConstraintSnapshot constraint) implements TableOperation {
    /** Checks the components. */
    public AddConstraintOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public DropConstraintOperation reverse() {
        if (constraint.name().isEmpty()) {
            throw new IrreversibleOperationException(describe(), "it has no name by which it can be dropped");
        }
        return new DropConstraintOperation(table, constraint.name(), constraint.kind(), constraint, false, false);
    }

    @Override
    public OperationStep step() {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> OperationStep.ADD_PRIMARY_KEYS;
            case UNIQUE -> OperationStep.ADD_UNIQUE_CONSTRAINTS;
            case CHECK, EXCLUSION -> OperationStep.ADD_CHECKS;
            case FOREIGN_KEY -> OperationStep.ADD_FOREIGN_KEYS;
        };
    }

    @Override
    public String describe() {
        return "add " + constraint.kind().words()
                + (constraint.name().isEmpty() ? " without a name" : " \"" + constraint.name() + "\"") + " to table \""
                + table + "\"";
    }
}
