package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Drops a view. Immutable.
 *
 * @param view the name
 * @param isMaterialized whether its rows are stored
 * @param existing the view, to create it again; null if it is not known
 * @param ifExists whether to do nothing if the view does not exist, instead of failing
 */
public record DropViewOperation(TableName view, boolean isMaterialized, @Nullable ViewSnapshot existing,
        boolean ifExists) implements DatabaseOperation {
    /** Checks the name. */
    public DropViewOperation {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public CreateViewOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "its query is not known");
        }
        return new CreateViewOperation(existing);
    }

    @Override
    public OperationStep step() {
        return OperationStep.DROP_VIEWS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before.withoutView(view);
    }

    @Override
    public String describe() {
        return "drop view \"" + view + "\"";
    }
}
