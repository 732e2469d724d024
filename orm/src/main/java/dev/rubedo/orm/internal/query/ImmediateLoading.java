package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads right after the owners, with one statement for each owner whose targets are not known. Immutable.
 *
 * @param depth the number of levels of a self-reference
 */
record ImmediateLoading(int depth) implements LoaderStrategy {

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.afterRows(relationship, this);
    }

    @Override
    public void afterRows(Work work, List<ManagedEntity> owners, RelationshipProperty relationship) {
        work.load(owners, relationship, 1);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(List.of(owner), relationship);
    }

    @Override
    public LoaderStrategy toDepth(int levels) {
        return new ImmediateLoading(levels);
    }

    @Override
    public @Nullable LoaderStrategy deeper() {
        return depth == ANY_DEPTH ? this : depth > 1 ? new ImmediateLoading(depth - 1) : null;
    }

    @Override
    public String toString() {
        return "immediate" + LoaderStrategy.depthText(depth);
    }
}
