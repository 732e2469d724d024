package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.internal.query.PlacementOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.routing.RoutingRequest;
import dev.rubedo.orm.routing.RoutingRequest.Purpose;
import dev.rubedo.orm.routing.ShardLookup;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DmlStatement;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places of a session over several databases: decides which of them a statement is executed in, and where rows are
 * written and loaded. Confined to one thread at a time.
 */
final class Places {

    private final UnitOfWork unit;
    private final Distribution distribution;
    private final ReplicaReads replicas;
    private final List<SessionPlace> known = new ArrayList<>(2);

    Places(UnitOfWork unit, Distribution distribution) {
        this.unit = unit;
        this.distribution = distribution;
        this.replicas = new ReplicaReads(unit, distribution.replicas());
    }

    ReplicaReads replicas() {
        return replicas;
    }

    private SessionPlace of(Engine engine, int shard, boolean isReplica) {
        for (SessionPlace place : known) {
            if (engine.isSameAs(place.engine()) && place.shard() == shard && place.isReplica() == isReplica) {
                return place;
            }
        }
        SessionPlace place = new SessionPlace(unit, distribution, engine, shard, isReplica);
        known.add(place);
        return place;
    }

    /** Returns the place in a database, or in a copy of it that may be read instead. */
    private SessionPlace at(Engine engine, int shard, boolean reads, PlacementOption.@Nullable Kind option) {
        if (reads) {
            Engine replica = replicas.instead(engine, option);
            return replica == null ? of(engine, shard, false) : of(replica, shard, true);
        }
        replicas.writes(engine);
        return of(engine, shard, false);
    }

    private SessionPlace bound(Purpose purpose, Mapper<?> mapper, Engine bound, PlacementOption.@Nullable Kind option) {
        Engine routed = route(new RoutingRequest(purpose, mapper.path(), null, unit.session().info()));
        return at(routed == null ? bound : routed, 0, purpose == Purpose.READ, option);
    }

    private @Nullable Engine route(RoutingRequest request) {
        return distribution.router() == null ? null : distribution.router().route(request);
    }

    private SessionPlace inShard(int shard, Purpose purpose, PlacementOption.@Nullable Kind option) {
        return at(distribution.engine(shard), shard, purpose == Purpose.READ, option);
    }

    /** Returns the place that rows of an entity that belong to an object are loaded from: its shard. */
    SessionPlace reading(ManagedEntity owner, Mapper<?> target) {
        if (!distribution.isSharded(target)) {
            return bound(Purpose.READ, target, distribution.binds().of(target), null);
        }
        int shard = EntityInternals.shard(owner);
        if (shard == 0) {
            // a chosen shard is only kept with the row
            shard = distribution.isSharded(unit.model().mapper(owner)) ? shardOf(owner) : only(owner, target);
        }
        return inShard(shard, Purpose.READ, null);
    }

    /** Returns the only shard, in which the rows must be that belong to an object outside of the shards. */
    private int only(ManagedEntity owner, Mapper<?> target) {
        if (distribution.shardCount() > 1) {
            throw apart(unit.model().mapper(owner).name(), target);
        }
        return 1;
    }

    private static InvalidStatementException apart(String owner, Mapper<?> target) {
        return new InvalidStatementException("\"" + owner + "\" refers from one database into several shards, any of"
                + " which may contain its rows. Query \"" + target.name() + "\" instead, which reads all shards.");
    }

    /** Returns the place that the targets of a relationship of an object are loaded from. */
    SessionPlace reading(ManagedEntity owner, RelationshipProperty relationship) {
        Mapper<?> target = relationship.target();
        if (distribution.shardCount() > 1 && distribution.isSharded(target)
                && !distribution.isSharded(unit.model().mapper(owner))) {
            throw apart(relationship.toString(), target);
        }
        return reading(owner, target);
    }

    private int shardOf(ManagedEntity entity) {
        Shards shards = distribution.shards();
        if (shards == null) {
            throw new IllegalStateException("no shards");
        }
        return distribution.number(shards.shardOf(entity));
    }

    /**
     * Returns the places in which a row may be that is looked up by its key, in the order in which to look.
     *
     * @param shard the shard that is known to have it, 0 for none
     * @param options the options of the lookup
     */
    List<SessionPlace> lookup(Mapper<?> mapper, Object[] key, int shard, boolean lock, List<StatementOption> options) {
        Purpose purpose = lock ? Purpose.WRITE : Purpose.READ;
        PlacementOption.Kind option = PlacementOption.copy(options);
        if (!distribution.isSharded(mapper)) {
            PlacementOption.requireNoShard(options);
            return List.of(bound(purpose, mapper, distribution.binds().of(mapper), option));
        }
        List<SessionPlace> places = new ArrayList<>();
        for (int number : shards(mapper, key, shard, options)) {
            places.add(inShard(number, purpose, option));
        }
        return places;
    }

    /** Returns the numbers of the shards in which a row may be; 0 for an entity that is not in shards. */
    List<Integer> shards(Mapper<?> mapper, Object[] key, int shard, List<StatementOption> options) {
        Shards shards = distribution.shards();
        if (shards == null || !distribution.isSharded(mapper)) {
            PlacementOption.requireNoShard(options);
            return List.of(0);
        }
        String named = PlacementOption.shard(options);
        if (named != null) {
            return List.of(distribution.number(named));
        }
        return shard > 0 ? List.of(shard)
                : shards.shardsOf(new ShardLookup(mapper.path(), Arrays.asList(key))).stream()
                        .map(distribution::number).toList();
    }

    /** Returns the place in which rows of an entity are changed by statements of the session. */
    SessionPlace writing(Mapper<?> mapper) {
        if (distribution.isSharded(mapper)) {
            throw new IllegalArgumentException("The rows of \"" + mapper.name() + "\" are in several shards. Name one:"
                    + " connection(\"...\") for a connection, and onShard(\"...\") in the options of a statement.");
        }
        return bound(Purpose.WRITE, mapper, distribution.binds().of(mapper), null);
    }

    /** Returns the place of a connection that the application requests and may write with. */
    SessionPlace connection() {
        Engine routed = route(new RoutingRequest(Purpose.WRITE, null, null, unit.session().info()));
        return at(routed == null ? distribution.binds().home() : routed, 0, false, null);
    }

    /** Returns the place of a connection to a shard that the application requests and may write with. */
    SessionPlace connection(String shard) {
        return inShard(distribution.number(shard), Purpose.WRITE, null);
    }

    /** Returns the place that a flush writes the row of an object to; the shard of a new object is chosen then. */
    SessionPlace flushing(Mapper<?> mapper, ManagedEntity object) {
        if (!distribution.isSharded(mapper)) {
            return bound(Purpose.FLUSH, mapper, distribution.binds().of(mapper), null);
        }
        int shard = EntityInternals.shard(object);
        if (shard == 0) {
            shard = shardOf(object);
            EntityInternals.shard(object, shard);
        }
        return inShard(shard, Purpose.FLUSH, null);
    }

    /** Returns the place that a flush writes rows of a relationship's join table to. */
    SessionPlace linking(RelationshipProperty relationship, ManagedEntity owner) {
        Mapper<?> mapper = relationship.owner();
        return distribution.isSharded(mapper) ? flushing(mapper, owner)
                : bound(Purpose.FLUSH, mapper, distribution.binds().of(relationship.link().table()), null);
    }

    /** Returns the places in which a statement is executed. */
    List<SessionPlace> executing(Statement<?> statement) {
        Distribution.Target target = distribution.target(StatementShape.of(statement), statement, unit.plans());
        Purpose purpose = target.isRead() ? Purpose.READ : Purpose.WRITE;
        List<StatementOption> options = statement.statementOptions();
        PlacementOption.Kind option = PlacementOption.copy(options);
        RoutingRequest request = new RoutingRequest(purpose, entity(statement), statement, unit.session().info());
        if (option == PlacementOption.Kind.REPLICA && statement instanceof DmlStatement<?>) {
            throw new InvalidStatementException(
                    "A statement that changes rows has the option fromReplica(), but a replica is"
                            + " read-only. Remove the option.");
        }
        boolean reads = target.isRead() || option == PlacementOption.Kind.REPLICA;
        String named = PlacementOption.shard(options);
        Shards shards = distribution.shards();
        if (shards == null || target.engine() != distribution.binds().home()) {
            PlacementOption.requireNoShard(options);
            Engine routed = route(request);
            return List.of(at(routed == null ? target.engine() : routed, 0, reads, option));
        }
        Collection<String> names = named != null ? List.of(named) : shards.shardsOf(request);
        if (names.size() > 1) {
            requireNoInsert(statement, names);
        }
        List<SessionPlace> places = new ArrayList<>();
        for (String shard : names) {
            int number = distribution.number(shard);
            places.add(at(distribution.engine(number), number, reads, option));
        }
        return places;
    }

    /** Refuses to insert the same rows into several shards. */
    private static void requireNoInsert(Statement<?> statement, Collection<String> shards) {
        if (statement instanceof Insert<?> insert) {
            EntityPath<?> entity = entity(insert);
            throw new InvalidStatementException("An INSERT into \"" + (entity == null ? insert.target() : entity)
                    + "\" would write its rows into each of the shards " + String.join(", ", shards)
                    + ". Name one of them with options(onShard(\"...\")).");
        }
        String text = switch (statement) {
            case TextStatement plain -> plain.text();
            case TextSelect<?> select -> select.text().text();
            case Statement<?> other -> "";
        };
        if (InsertText.isOne(text)) {
            throw new InvalidStatementException("A text INSERT would write its rows into each of the shards "
                    + String.join(", ", shards) + ". Name one of them with options(onShard(\"...\")).");
        }
        statement.ctes().forEach(part -> requireNoInsert(part.query(), shards));
    }

    /** Returns the entity that a statement is about, or null. */
    private static @Nullable EntityPath<?> entity(Statement<?> statement) {
        Object subject = switch (statement) {
            case Insert<?> insert -> insert.target();
            case Update<?> update -> update.target();
            case Delete<?> delete -> delete.target();
            case Select<?> select when !select.selectList().projections().isEmpty() ->
                select.selectList().projections().get(0);
            case Statement<?> other -> other;
        };
        return switch (subject) {
            case EntityPath<?> path -> path;
            case Attribute<?, ?> attribute -> attribute.owner();
            default -> null;
        };
    }

    /** Runs a read, and once more if the replica that it reads from is lost, without the replica. */
    void retrying(Runnable read) {
        try {
            read.run();
        } catch (RubedoException e) {
            if (!replicas.isRepeatable(e)) {
                throw e;
            }
            read.run();
        }
    }
}
