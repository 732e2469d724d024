package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a relationship from the rows of its owners. For an object that came without it, it is loaded like {@link
 * BatchLoading}. Immutable.
 *
 * @param isInner whether the join leaves out owners without a target
 * @param depth the number of levels of a self-reference
 */
record JoinedLoading(boolean isInner, int depth) implements LoaderStrategy {

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.join(relationship, isInner);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public LoaderStrategy toDepth(int levels) {
        return new JoinedLoading(isInner, levels);
    }

    @Override
    public @Nullable LoaderStrategy deeper() {
        return depth > 1 ? new JoinedLoading(isInner, depth - 1) : null;
    }

    @Override
    public String toString() {
        return (isInner ? "inner joined" : "joined") + LoaderStrategy.depthText(depth);
    }
}
