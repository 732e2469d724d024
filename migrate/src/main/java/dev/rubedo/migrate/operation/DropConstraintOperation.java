package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a constraint. Immutable.
 *
 * @param table the name of the table
 * @param name the name of the constraint; empty to find it by its definition, which is possible only in a batch that
 *     recreates the table
 * @param kind the kind of constraint, which MySQL requires; null if it is not known
 * @param existing the constraint, to add it again; null if it is not known
 * @param ifExists whether to do nothing if the constraint does not exist, instead of failing
 * @param isCascading whether to also drop objects that depend on the constraint
 */
public record DropConstraintOperation(TableName table, String name, @Nullable ConstraintKind kind,
        @Nullable ConstraintSnapshot existing, boolean ifExists, boolean isCascading) implements TableOperation {
    /** Checks the names. */
    public DropConstraintOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
        if (name.isEmpty() && existing == null) {
            throw new IllegalArgumentException(
                    "A constraint of table \"" + table + "\" without a name must be given by its definition");
        }
    }

    /**
     * Drops a constraint whose definition is not known, failing if it does not exist.
     *
     * @param table the name of the table
     * @param name the name of the constraint
     * @param kind the kind of constraint, or null if it is not known
     */
    public DropConstraintOperation(TableName table, String name, @Nullable ConstraintKind kind) {
        this(table, name, kind, null, false, false);
    }

    @Override
    public AddConstraintOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "its definition is not known");
        }
        return new AddConstraintOperation(table, existing);
    }

    @Override
    public OperationStep step() {
        return kind == ConstraintKind.FOREIGN_KEY ? OperationStep.DROP_FOREIGN_KEYS
                : kind == ConstraintKind.PRIMARY_KEY ? OperationStep.DROP_PRIMARY_KEYS : OperationStep.DROP_CONSTRAINTS;
    }

    @Override
    public String describe() {
        return "drop " + (kind == null ? "constraint" : kind.words())
                + (name.isEmpty() ? " without a name" : " \"" + name + "\"") + " of table \"" + table
                + "\"";
    }
}
