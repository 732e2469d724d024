package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;

/** Loads right after the owners, with one additional statement for all of them. Immutable. */
final class SelectInLoading implements LoaderStrategy {

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.afterRows(relationship, this);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public String toString() {
        return "select-in";
    }
}
