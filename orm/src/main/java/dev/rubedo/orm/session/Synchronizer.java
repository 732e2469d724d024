package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.loading.LoadContext;
import dev.rubedo.orm.internal.query.CriteriaOption;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.SynchronizeOption;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Synchronizes the objects of a session with a statement that changes rows. The condition is evaluated on each object;
 * if that is impossible, the keys of the rows are queried first. Used for one statement. Confined to one thread at a
 * time.
 */
abstract class Synchronizer {

    static final Synchronizer NONE = new Synchronizer() {
        @Override
        void follow() {
            // a statement about tables, or one that changes no rows of objects
        }
    };

    abstract void follow();

    /**
     * Returns the statement to execute instead, which returns the keys of the rows that it changes, or null to execute
     * the statement as it is.
     */
    @Nullable
    Statement<?> returningKeys() {
        return null;
    }

    /** Takes the rows of {@link #returningKeys}. */
    void returned(List<?> keys) {
        throw new IllegalStateException("no keys were asked for");
    }

    static Synchronizer of(UnitOfWork unit, LoadContext place, OrmPlanner planner, Update<?> update,
            Map<String, ?> values) {
        if (!(update.target() instanceof EntityPath<?> path)) {
            return NONE;
        }
        Mapper<?> mapper = unit.model().mapper(path);
        boolean returns = place.connection().engine().dialect().supports(Feature.UPDATE_RETURNING)
                && update.selectList().isEmpty() && mapper.tables().size() == 1
                && update.assignments().stream().noneMatch(assignment -> isKey(mapper, assignment));
        Matching matching = new Matching(place, planner, mapper, path, update.conditions(),
                update.explicitFroms().isEmpty(), update.statementOptions(), values, returns);
        List<ManagedEntity> matched = matching.matched();
        int[] renewed = renewed(mapper, update);
        if (matched != null && matched.isEmpty()) {
            return NONE;
        }
        return new Fetching(matching, matched) {
            @Override
            Statement<?> keys(List<Projection<?>> columns) {
                return columns.size() == 1 ? update.returning(columns.get(0))
                        : update.returning(columns.get(0), columns.get(1), rest(columns));
            }

            @Override
            void follow(List<ManagedEntity> changed) {
                for (ManagedEntity entity : changed) {
                    unit.changedByStatement(entity);
                    for (int formula : unit.model().mapper(entity).formulas()) {
                        unit.expiration().expire(entity, formula);
                    }
                    set(unit, mapper, entity, path, update.assignments());
                    for (int attribute : renewed) {
                        unit.expiration().expire(entity, attribute);
                    }
                }
            }
        };
    }

    /** Returns the attributes that get a new value although the statement does not assign one. */
    private static int[] renewed(Mapper<?> mapper, Update<?> update) {
        Set<Integer> assigned = new HashSet<>();
        for (Assignment<?> assignment : update.assignments()) {
            if (assignment.column() instanceof Attribute<?, ?> attribute) {
                assigned.add(attribute.index());
            }
        }
        return Arrays.stream(mapper.defaults().changedByUpdate()).filter(attribute -> !assigned.contains(attribute))
                .toArray();
    }

    private static boolean isKey(Mapper<?> mapper, Assignment<?> assignment) {
        return assignment.column() instanceof Attribute<?, ?> attribute && mapper.isPrimaryKey(attribute.index());
    }

    private static void set(UnitOfWork unit, Mapper<?> mapper, ManagedEntity entity, EntityPath<?> path,
            List<Assignment<?>> assignments) {
        // where an assignment reads what another assigns, MySQL reads the new value and other databases the old one
        ConditionEvaluator evaluator = !EntityInternals.isAnyChanged(entity)
                && assignments.stream().allMatch(Synchronizer::readsOnlyItself) ? new ConditionEvaluator(path) : null;
        for (Assignment<?> assignment : assignments) {
            if (assignment.column() instanceof Attribute<?, ?> attribute) {
                set(unit, mapper, entity, attribute.index(), assignment, evaluator);
            }
        }
    }

    private static boolean readsOnlyItself(Assignment<?> assignment) {
        return switch (assignment.value()) {
            case BindParameter<?> bind -> true;
            case NullValue<?> none -> true;
            case Binary<?> binary -> isItself(assignment, binary.left()) && isItself(assignment, binary.right());
            case Expression<?> other -> false;
        };
    }

    private static boolean isItself(Assignment<?> assignment, Expression<?> part) {
        return part instanceof BindParameter<?> || part.equals(assignment.column());
    }

    /**
     * Sets an attribute to the assigned value.
     *
     * @param evaluator computes values from those of the row, or null if they may have other values by now
     */
    private static void set(UnitOfWork unit, Mapper<?> mapper, ManagedEntity entity, int attribute,
            Assignment<?> assignment, @Nullable ConditionEvaluator evaluator) {
        if (assignment.value() instanceof BindParameter<?> bind && !bind.isRequired()) {
            put(unit, entity, attribute, bind.value());
        } else if (assignment.value() instanceof NullValue<?>) {
            put(unit, entity, attribute, null);
        } else if (evaluator == null
                || !evaluator.assigned(assignment.value(), entity, value -> put(unit, entity, attribute, value))) {
            unit.expiration().expire(entity, attribute);
        }
        for (var relationship : mapper.manyToOnes()) {
            for (int local : relationship.local()) {
                if (local == attribute) {
                    unit.expiration().expire(entity, relationship.index());
                }
            }
        }
    }

    private static void put(UnitOfWork unit, ManagedEntity entity, int attribute, @Nullable Object value) {
        if (EntityInternals.isChanged(entity, attribute)) {
            // not flushed, because autoflush is off: the statement came later
            unit.expiration().expire(entity, attribute);
        } else if (!EntityInternals.isUnloaded(entity, attribute)) {
            EntityInternals.put(entity, attribute, value);
        }
    }

    static Synchronizer of(UnitOfWork unit, LoadContext place, OrmPlanner planner, Delete<?> delete,
            Map<String, ?> values) {
        if (!(delete.target() instanceof EntityPath<?> path)) {
            return NONE;
        }
        Mapper<?> mapper = unit.model().mapper(path);
        boolean returns = place.connection().engine().dialect().supports(Feature.DELETE_RETURNING)
                && delete.selectList().isEmpty()
                && mapper.hierarchy().mappers().stream().noneMatch(other -> other.tables().size() > 1);
        Matching matching = new Matching(place, planner, mapper, path, delete.conditions(),
                delete.explicitFroms().isEmpty(), delete.statementOptions(), values, returns);
        List<ManagedEntity> matched = matching.matched();
        if (matched != null && matched.isEmpty()) {
            return NONE;
        }
        return new Fetching(matching, matched) {
            @Override
            Statement<?> keys(List<Projection<?>> columns) {
                return columns.size() == 1 ? delete.returning(columns.get(0))
                        : delete.returning(columns.get(0), columns.get(1), rest(columns));
            }

            @Override
            void follow(List<ManagedEntity> changed) {
                // those that the statement returned are already deleted
                unit.vanished(changed.stream()
                        .filter(entity -> EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT).toList());
            }
        };
    }

    /** Follows a statement that may return the keys of the rows that it changes. */
    private abstract static class Fetching extends Synchronizer {

        private final Matching matching;
        private @Nullable List<ManagedEntity> matched;

        Fetching(Matching matching, @Nullable List<ManagedEntity> matched) {
            this.matching = matching;
            this.matched = matched;
        }

        abstract Statement<?> keys(List<Projection<?>> columns);

        abstract void follow(List<ManagedEntity> changed);

        @Override
        @Nullable
        Statement<?> returningKeys() {
            return matched == null ? keys(matching.keyColumns()) : null;
        }

        @Override
        void returned(List<?> keys) {
            matched = matching.objects(keys);
        }

        @Override
        void follow() {
            follow(Objects.requireNonNull(matched, "matched"));
        }

        static Projection<?>[] rest(List<Projection<?>> columns) {
            return columns.subList(2, columns.size()).toArray(new Projection<?>[0]);
        }
    }

    /**
     * Finds the objects whose rows a statement changes.
     *
     * @param alone whether the statement reads no other tables
     * @param returns whether the statement can return the keys of its rows
     */
    private record Matching(LoadContext place, OrmPlanner planner, Mapper<?> mapper, EntityPath<?> path,
            Condition condition, boolean alone, List<StatementOption> options, Map<String, ?> values, boolean returns) {

        /** Returns the objects, or null if the statement has to return their keys. */
        @Nullable
        List<ManagedEntity> matched() {
            SynchronizeSession mode = SynchronizeOption.of(options);
            List<ManagedEntity> known = mode == SynchronizeSession.NONE ? List.of() : known();
            if (known.isEmpty()) {
                return known;
            }
            return switch (mode) {
                case FETCH -> fetched();
                case AUTO, EVALUATE -> {
                    // only the database knows which rows criteria exclude
                    List<ManagedEntity> evaluated = alone && !planner.isRestricted(mapper, options) ? evaluated(known)
                            : null;
                    if (evaluated == null && mode == SynchronizeSession.EVALUATE) {
                        throw new InvalidStatementException("The condition \"" + condition
                                + "\" cannot be evaluated in memory, because only the database can decide it or criteria"
                                + " apply. Use synchronize(FETCH) or leave the option out.");
                    }
                    yield evaluated != null ? evaluated : fetched();
                }
                case NONE -> List.of();
            };
        }

        private List<ManagedEntity> known() {
            List<ManagedEntity> known = new ArrayList<>();
            place.identities(mapper).forEach(entity -> {
                if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT
                        && EntityInternals.definition(entity).isA(mapper.definition())) {
                    known.add(entity);
                }
            });
            return known;
        }

        /** Returns the objects that satisfy the condition, or null if only the database can evaluate it. */
        private @Nullable List<ManagedEntity> evaluated(List<ManagedEntity> known) {
            List<ManagedEntity> matched = new ArrayList<>();
            ConditionEvaluator evaluator = new ConditionEvaluator(path);
            for (ManagedEntity entity : known) {
                Boolean holds = evaluator.evaluate(condition, entity);
                if (holds == null) {
                    return null;
                }
                if (holds) {
                    matched.add(entity);
                }
            }
            return matched;
        }

        List<Projection<?>> keyColumns() {
            List<Projection<?>> columns = new ArrayList<>();
            for (int key : mapper.primaryKey()) {
                columns.add(mapper.column(key));
            }
            return columns;
        }

        private @Nullable List<ManagedEntity> fetched() {
            if (returns) {
                return null;
            }
            List<Projection<?>> columns = keyColumns();
            Select<Row> select = Sql.select(columns).from(path).where(condition).options(
                    options.stream().filter(CriteriaOption.class::isInstance).toArray(StatementOption[]::new));
            Connection connection = place.connection();
            return objects(connection.execute(planner.resolve(select), values).all());
        }

        /** Returns the known objects with these keys, each a row or the only value of it. */
        List<ManagedEntity> objects(List<?> keys) {
            List<ManagedEntity> matched = new ArrayList<>();
            for (Object found : keys) {
                Object[] key = new Object[mapper.primaryKey().length];
                for (int i = 0; i < key.length; i++) {
                    key[i] = Objects.requireNonNull(found instanceof Row row ? row.get(i + 1) : found);
                }
                ManagedEntity entity = place.identities(mapper).get(mapper.keyType().normalise(key));
                if (entity != null && EntityInternals.definition(entity).isA(mapper.definition())) {
                    matched.add(entity);
                }
            }
            return matched;
        }
    }
}
