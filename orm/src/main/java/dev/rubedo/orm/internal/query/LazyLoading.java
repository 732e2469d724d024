package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;

/** Loads on first access, for that object alone. Immutable. */
final class LazyLoading implements LoaderStrategy {

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(List.of(owner), relationship);
    }

    @Override
    public String toString() {
        return "lazy";
    }
}
