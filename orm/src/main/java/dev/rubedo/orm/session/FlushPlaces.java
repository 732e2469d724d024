package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.flush.FlushAction.Pair;
import dev.rubedo.orm.internal.flush.FlushTargets;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Splits the steps of a flush by the databases of their rows. Used for one flush. Confined to one thread at a time. */
final class FlushPlaces implements FlushTargets {

    private final UnitOfWork unit;

    FlushPlaces(UnitOfWork unit) {
        this.unit = unit;
    }

    @Override
    public Map<Connection, FlushAction> split(FlushAction action) {
        return switch (action) {
            case FlushAction.Insert insert ->
                objects(insert.table(), insert.objects(), some -> new FlushAction.Insert(insert.table(), some));
            case FlushAction.Update update ->
                objects(update.table(), update.objects(), some -> new FlushAction.Update(update.table(), some));
            case FlushAction.Replace replace -> replaced(replace);
            case FlushAction.Delete delete ->
                objects(delete.table(), delete.objects(), some -> new FlushAction.Delete(delete.table(), some));
            case FlushAction.PostUpdate post -> objects(post.table(), post.objects(),
                    some -> new FlushAction.PostUpdate(post.name(), post.table(), post.foreignKey(), some));
            case FlushAction.PreUpdate pre -> objects(pre.table(), pre.objects(),
                    some -> new FlushAction.PreUpdate(pre.name(), pre.table(), pre.foreignKey(), some));
            case FlushAction.Link link ->
                pairs(link.relationship(), link.pairs(), some -> new FlushAction.Link(link.relationship(), some));
            case FlushAction.Unlink unlink -> pairs(unlink.relationship(), unlink.pairs(),
                    some -> new FlushAction.Unlink(unlink.relationship(), some));
        };
    }

    private Map<Connection, FlushAction> objects(EntityTable table, List<ManagedEntity> objects,
            Function<List<ManagedEntity>, FlushAction> action) {
        return split(objects, object -> connection(table, object), action);
    }

    private static <T> Map<Connection, FlushAction> split(List<T> rows, Function<T, Connection> connection,
            Function<List<T>, FlushAction> action) {
        Map<Connection, List<T>> groups = new LinkedHashMap<>();
        for (T row : rows) {
            groups.computeIfAbsent(connection.apply(row), any -> new ArrayList<>()).add(row);
        }
        Map<Connection, FlushAction> parts = new LinkedHashMap<>();
        groups.forEach((target, some) -> parts.put(target, action.apply(some)));
        return parts;
    }

    private Connection connection(EntityTable table, ManagedEntity object) {
        return unit.flushing(table.mapper().hierarchy().mapper(object), object).connection();
    }

    private Map<Connection, FlushAction> replaced(FlushAction.Replace replace) {
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < replace.objects().size(); i++) {
            rows.add(i);
            ManagedEntity object = replace.objects().get(i);
            ManagedEntity replaced = replace.replaced().get(i);
            connection(replace.table(), object);
            if (EntityInternals.shard(object) != EntityInternals.shard(replaced)) {
                throw new FlushException(EntityInternals.describe(object) + " has the key of "
                        + EntityInternals.describe(replaced) + ", which is deleted in the same flush, but is in another"
                        + " shard. Call flush() after the deletion, then add the new object.");
            }
        }
        return split(rows, row -> connection(replace.table(), replace.objects().get(row)),
                some -> new FlushAction.Replace(replace.table(), some.stream().map(replace.objects()::get).toList(),
                        some.stream().map(replace.replaced()::get).toList()));
    }

    private Map<Connection, FlushAction> pairs(RelationshipProperty relationship, List<Pair> pairs,
            Function<List<Pair>, FlushAction> action) {
        return split(pairs, pair -> unit.linking(relationship, pair.owner()).connection(), action);
    }
}
