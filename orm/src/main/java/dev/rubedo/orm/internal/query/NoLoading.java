package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;

/** Never loads: on access a collection is empty, and a to-one relationship is null. Immutable. */
final class NoLoading implements LoaderStrategy {

    @Override
    public boolean usesKnownTargets() {
        return false;
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.loadNothing(owner, relationship);
    }

    @Override
    public String toString() {
        return "no-load";
    }
}
