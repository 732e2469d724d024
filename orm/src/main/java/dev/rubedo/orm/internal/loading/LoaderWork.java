package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.RowCache;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.LoaderStrategy;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations that strategies perform on objects that a query loads by one {@code FetchGraph}. Confined to one
 * thread at a time.
 *
 * @param loader the loader of the session
 * @param fetch how the owners are loaded
 * @param owners the query that returned the owners, or null if it cannot be executed again
 */
record LoaderWork(RelationshipLoader loader, FetchGraph fetch,
        @Nullable OwnerQuery owners) implements LoaderStrategy.Work {

    @Override
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship) {
        loader.load(owners, relationship, fetch.target(relationship));
    }

    @Override
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship, int chunk) {
        loader.load(owners, relationship, fetch.target(relationship), chunk);
    }

    @Override
    public void load(List<ManagedEntity> owners, RelationshipProperty relationship, RowCache cache) {
        loader.with(cache).load(owners, relationship,
                fetch.target(relationship));
    }

    @Override
    public void loadNothing(ManagedEntity owner, RelationshipProperty relationship) {
        if (relationship.isToMany()) {
            EntityInternals.collection(owner, relationship.index()).fill(List.of());
        } else {
            EntityInternals.put(owner, relationship.index(), null);
        }
    }

    @Override
    public List<ManagedEntity> companions(ManagedEntity owner, RelationshipProperty relationship) {
        if (!(EntityInternals.group(owner) instanceof FetchGroup group)) {
            return List.of(owner);
        }
        List<ManagedEntity> found = new ArrayList<>();
        found.add(owner);
        for (ManagedEntity member : group.others(owner)) {
            if (found.size() == RelationshipLoader.COMPANIONS) {
                break;
            }
            if (EntityInternals.context(member) == EntityInternals.context(owner)
                    && EntityInternals.lifecycle(member) == LifecycleState.PERSISTENT
                    && EntityInternals.definition(member).isA(relationship.owner().definition())
                    && !RelationshipLoader.isLoaded(member, relationship)) {
                found.add(member);
            }
        }
        return found;
    }

    @Override
    public void autoflush(RelationshipProperty relationship) {
        loader.context().autoflush(relationship);
    }

    @Override
    public void loadByQuery(List<ManagedEntity> objects, RelationshipProperty relationship) {
        FetchGraph further = fetch.target(relationship);
        // the subquery of the owners is in one database
        if (owners == null || !owners.has(relationship) || loader.context().isDistributed()) {
            loader.load(objects, relationship, further);
        } else {
            loader.load(objects, relationship, further, Integer.MAX_VALUE,
                    new SubqueryLoader(loader, owners)::run);
        }
    }
}
