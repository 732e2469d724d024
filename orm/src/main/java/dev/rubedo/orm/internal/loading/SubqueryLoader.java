package dev.rubedo.orm.internal.loading;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.RowCache;
import dev.rubedo.orm.internal.query.ExecutedQuery;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.OrmPlanner.PlannedQuery;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.result.RowReader;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Queries targets by joining them with the query that returned their owners. Used for one relationship. Confined to one
 * thread at a time.
 *
 * @param loader the loader of the session
 * @param owners the query that returned the owners
 */
record SubqueryLoader(RelationshipLoader loader, OwnerQuery owners) {

    EntityAssembler run(RelationshipProperty relationship, FetchGraph fetch, List<Object> keys,
            RelationshipLoader.Sink sink) {
        LoadContext context = loader.context();
        ExecutedQuery query = owners.query();
        PlannedQuery planned = context.plans().planner().related(relationship, fetch, query,
                owners.positions(relationship));
        int[] leading = RelationshipLoader.leading(relationship.ownerKey().length);
        // owners that already have their targets are in the rows too
        Set<Object> requested = new HashSet<>(keys);
        boolean isCollated = relationship.key().isCollated();
        EntityAssembler assembler = new EntityAssembler(context, planned.plan(), fetch.criteria(), loader.overwritten(),
                query.as(planned.statement()), loader.cache());
        RowReader rows = context.connection().prepared().read(planned.statement(), query.values(),
                options(loader.cache()));
        RelationshipLoader.read(rows, assembler, target -> {
            Object key = Objects.requireNonNull(relationship.key().of(rows, leading));
            if (isCollated || requested.contains(key)) {
                sink.found(key, target);
            }
        });
        return assembler;
    }

    private static ExecuteOption[] options(@Nullable RowCache cache) {
        return cache == null ? new ExecuteOption[0] : new ExecuteOption[]{ExecuteOption.fromCache(cache)};
    }
}
