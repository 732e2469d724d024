package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;

/**
 * Reads a relationship from the rows of its owners. For an object that came without it, it is loaded like {@link
 * BatchLoading}. Immutable.
 */
final class JoinedLoading implements LoaderStrategy {

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.join(relationship);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public String toString() {
        return "joined";
    }
}
