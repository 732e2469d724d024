package dev.rubedo.orm.session;

import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.internal.query.LoadingOption;
import dev.rubedo.orm.internal.query.OtherRelationshipsOption;
import dev.rubedo.orm.internal.query.PlacementOption;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds objects by key and reloads them, with the options of these calls. Confined to one thread at a time. */
final class ObjectLookup {

    private final UnitOfWork unit;

    ObjectLookup(UnitOfWork unit) {
        this.unit = unit;
    }

    private FetchGraph usual() {
        return unit.plans().planner().usual();
    }

    /** The options of one call. Immutable. */
    private record Given(FetchGraph fetch, boolean lock, boolean overwrite, long version) {

        static Given of(FetchGraph usual, Mapper<?> mapper, String call, StatementOption... options) {
            FetchGraph fetch = usual;
            boolean lock = false;
            boolean overwrite = false;
            long version = -1;
            for (StatementOption option : options) {
                switch (option) {
                    case LoadingOption<?, ?> loader -> fetch = fetch.and(fetch(mapper, call, loader));
                    case OtherRelationshipsOption wildcard -> fetch = fetch.with(wildcard.others());
                    case CriteriaOption said -> fetch = fetch.with(Criteria.NONE.and(said.criterion()));
                    case PopulateExistingOption populate -> overwrite = true;
                    case PlacementOption placement -> {
                        // the session looks it up there
                    }
                    case Options.ForUpdate forUpdate -> {
                        lock = true;
                        overwrite = true;
                    }
                    case Options.ExpectVersion expected -> version = expected.version();
                    default -> throw new IllegalArgumentException(
                            call + "(...) does not support the option " + option + ".");
                }
            }
            return new Given(fetch, lock, overwrite, version);
        }

        private static FetchGraph fetch(Mapper<?> mapper, String call, LoadingOption<?, ?> loader) {
            if (!mapper.definition().isA(loader.owner().$definition())) {
                throw new IllegalArgumentException("A loader option applies to \"" + loader.owner() + "\", but \""
                        + mapper.name() + "\" is requested.");
            }
            if (loader.isContained()) {
                throw new IllegalArgumentException(
                        "containsEager(...) reads the rows of a query that joins, but " + call
                                + "(...) joins nothing. Use joined(...).");
            }
            return loader.fetch();
        }
    }

    /** Returns how the options of a call load an entity; only loader options are supported. */
    FetchGraph fetch(Mapper<?> mapper, String call, StatementOption... options) {
        Given given = Given.of(usual(), mapper, call, options);
        if (given.overwrite || given.version >= 0 || !given.fetch.criteria().isEmpty()) {
            throw new IllegalArgumentException(call + "(...) supports loader options only.");
        }
        return given.fetch;
    }

    @Nullable
    ManagedEntity get(Mapper<?> mapper, Object id, StatementOption... options) {
        Object[] key = mapper.keyType().given(id);
        Given given = Given.of(usual(), mapper, "get", options);
        List<StatementOption> placement = placement(id, options);
        ManagedEntity known = unit.known(mapper, key, 0, placement);
        ManagedEntity found = known;
        if (known == null || given.overwrite || !given.fetch.criteria().isEmpty() || isExpired(mapper, known)) {
            found = unit.load(mapper, key, known == null ? 0 : EntityInternals.shard(known), given.fetch, given.lock,
                    given.overwrite, placement);
        }
        if (found != null && given.version >= 0) {
            requireVersion(mapper, found, given.version);
        }
        return found;
    }

    /** Returns the options of a lookup, with the shard of the given identity. */
    private static List<StatementOption> placement(Object id, StatementOption... options) {
        List<StatementOption> all = List.of(options);
        if (id instanceof IdentityKey identity && !identity.shard().isEmpty()) {
            all = new ArrayList<>(all);
            all.add(0, new PlacementOption(PlacementOption.Kind.SHARD, identity.shard()));
        }
        return all;
    }

    private static boolean isExpired(Mapper<?> mapper, ManagedEntity entity) {
        return EntityInternals.isAnyUnloaded(entity, mapper.columnBits()) && mapper.columnAttributes().length > 1
                && Arrays.stream(mapper.columnAttributes()).filter(attribute -> !mapper.isPrimaryKey(attribute))
                        .allMatch(attribute -> EntityInternals.isUnloaded(entity, attribute));
    }

    private static void requireVersion(Mapper<?> mapper, ManagedEntity entity, long expected) {
        if (mapper.version() < 0) {
            throw new IllegalArgumentException(
                    "\"" + mapper.name() + "\" has no @Version attribute. expectVersion(...) requires one.");
        }
        if (EntityInternals.isUnloaded(entity, mapper.version())) {
            EntityInternals.load(entity, mapper.version());
        }
        Object own = EntityInternals.get(entity, mapper.version());
        if (!(own instanceof Number number) || number.longValue() != expected) {
            throw new StaleDataException(mapper.name(), String.valueOf(mapper.key(entity)),
                    EntityInternals.describe(entity) + " has version "
                            + own + ", but version " + expected
                            + " was expected: it has changed since. Load it again and repeat the change.");
        }
    }

    /** Reloads attributes of an object, or all its columns if none is given. */
    void refresh(ManagedEntity entity, EntityAttribute... attributes) {
        Mapper<?> mapper = unit.model().mapper(entity);
        List<Integer> columns = new ArrayList<>();
        if (attributes.length == 0) {
            unit.expiration().expireWithRelated(entity);
            Arrays.stream(mapper.rowAttributes()).filter(attribute -> !mapper.isPrimaryKey(attribute)
                    && mapper.definition().attribute(attribute).deferral() == null).forEach(columns::add);
        }
        for (EntityAttribute given : attributes) {
            unit.expiration().expire(entity, attribute(mapper, given));
        }
        unit.flusher().autoflush(mapper);
        for (EntityAttribute given : attributes) {
            int attribute = given.index();
            if (!(mapper.definition().attribute(attribute) instanceof RelationshipDefinition)
                    && !mapper.isPrimaryKey(attribute)) {
                if (!mapper.isPerQuery(attribute)) {
                    columns.add(attribute);
                }
            } else if (!mapper.isPrimaryKey(attribute)) {
                unit.loader().relationship(entity, mapper.relationship(attribute));
            }
        }
        if (!columns.isEmpty()) {
            unit.loader().refresh(mapper, entity, columns.stream().mapToInt(Integer::intValue).toArray(), true);
        }
    }

    /** Reloads all columns of an object, and the relationships that the options load with it. */
    void refresh(ManagedEntity entity, StatementOption... options) {
        Mapper<?> mapper = unit.model().mapper(entity);
        Given given = Given.of(usual(), mapper, "refresh", options);
        Object[] key = mapper.keyType().values(mapper.storedKey(entity));
        unit.expiration().expireWithRelated(entity);
        if (unit.load(mapper, key, EntityInternals.shard(entity), given.fetch, given.lock, true,
                List.of(options)) == null) {
            throw new EntityNotFoundException(mapper.name(), "The row of " + EntityInternals.describe(entity)
                    + " no longer exists, or the criteria hide it.");
        }
        if (given.version >= 0) {
            requireVersion(mapper, entity, given.version);
        }
    }

    /** Sets the to-one relationships of a new object that its foreign keys identify, if they are not set. */
    void references(ManagedEntity entity) {
        if (EntityInternals.isTracked(entity)) {
            throw new ObjectStateException(EntityInternals.describe(entity)
                    + " has a row, so its relationships are loaded on access. loadReferences(...) is for new objects.");
        }
        for (RelationshipProperty relationship : unit.model().mapper(entity).manyToOnes()) {
            if (relationship.isByOwner() || !relationship.leadsToKey()
                    || EntityInternals.isChanged(entity, relationship.index())
                    || EntityInternals.get(entity, relationship.index()) != null) {
                continue;
            }
            Object key = relationship.key().of(entity);
            if (key != null) {
                Mapper<?> target = relationship.target();
                Object[] values = target.keyType().values(key);
                ManagedEntity known = unit.known(target, values, 0, List.of());
                EntityInternals.put(entity, relationship.index(), known != null ? known
                        : unit.load(target, values, 0, usual(), false, false, List.of()));
            }
        }
    }

    /** Returns the index of an attribute, which must be one of the entity. */
    static int attribute(Mapper<?> mapper, EntityAttribute attribute) {
        if (!mapper.definition().isA(attribute.owner().$definition())) {
            throw new IllegalArgumentException(
                    "\"" + attribute + "\" is not an attribute of \"" + mapper.name() + "\".");
        }
        return attribute.index();
    }
}
