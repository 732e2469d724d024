package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.ViewSnapshot;
import java.util.Objects;

/**
 * Creates a view. Immutable.
 *
 * @param view the view
 */
public record CreateViewOperation(ViewSnapshot view) implements DatabaseOperation {
    /** Checks the view. */
    public CreateViewOperation {
        Objects.requireNonNull(view, "view");
    }

    @Override
    public DropViewOperation reverse() {
        return new DropViewOperation(view.name(), view.definition().isMaterialized(), view, false);
    }

    @Override
    public OperationStep step() {
        return OperationStep.CREATE_VIEWS;
    }

    @Override
    public SchemaSnapshot effect(SchemaSnapshot before) {
        return before.with(view);
    }

    @Override
    public String describe() {
        return "create view \"" + view.name() + "\"";
    }
}
