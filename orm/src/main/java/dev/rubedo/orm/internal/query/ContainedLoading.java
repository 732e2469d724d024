package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.Objects;

/**
 * Reads a relationship from rows that the statement itself joins. For an object that came without it, it is loaded like
 * {@link BatchLoading}. Immutable.
 *
 * @param target the target in the statement
 */
record ContainedLoading(EntityPath<?> target) implements LoaderStrategy {

    /** Checks for null. */
    ContainedLoading {
        Objects.requireNonNull(target, "target");
    }

    @Override
    public void contribute(Planned plan, RelationshipProperty relationship) {
        plan.read(relationship, target);
    }

    @Override
    public void onTouch(Work work, ManagedEntity owner, RelationshipProperty relationship) {
        work.autoflush(relationship);
        work.load(work.companions(owner, relationship), relationship);
    }

    @Override
    public String toString() {
        return "contained as " + target;
    }
}
