package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.InvalidStatementException;
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
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
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

    static Synchronizer of(UnitOfWork unit, OrmPlanner planner, Update<?> update, Map<String, ?> values) {
        if (!(update.target() instanceof EntityPath<?> path)) {
            return NONE;
        }
        Mapper<?> mapper = unit.model().mapper(path);
        List<ManagedEntity> matched = new Matching(unit, planner, mapper, path, update.conditions(),
                update.explicitFroms().isEmpty(), update.statementOptions(), values).matched();
        int[] renewed = renewed(mapper, update);
        return matched.isEmpty() ? NONE : new Synchronizer() {
            @Override
            void follow() {
                for (ManagedEntity entity : matched) {
                    unit.changedByStatement(entity);
                    for (int formula : unit.model().mapper(entity).formulas()) {
                        unit.expiration().expire(entity, formula);
                    }
                    for (Assignment<?> assignment : update.assignments()) {
                        if (assignment.column() instanceof Attribute<?, ?> attribute) {
                            set(unit, mapper, entity, attribute.index(), assignment);
                        }
                    }
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

    private static void set(UnitOfWork unit, Mapper<?> mapper, ManagedEntity entity, int attribute,
            Assignment<?> assignment) {
        if (assignment.value() instanceof BindParameter<?> bind && !bind.isRequired()) {
            put(unit, entity, attribute, bind.value());
        } else if (assignment.value() instanceof NullValue<?>) {
            put(unit, entity, attribute, null);
        } else {
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

    static Synchronizer of(UnitOfWork unit, OrmPlanner planner, Delete<?> delete, Map<String, ?> values) {
        if (!(delete.target() instanceof EntityPath<?> path)) {
            return NONE;
        }
        Mapper<?> mapper = unit.model().mapper(path);
        List<ManagedEntity> matched = new Matching(unit, planner, mapper, path, delete.conditions(),
                delete.explicitFroms().isEmpty(), delete.statementOptions(), values).matched();
        return matched.isEmpty() ? NONE : new Synchronizer() {
            @Override
            void follow() {
                // those that the statement returned are already deleted
                unit.vanished(matched.stream()
                        .filter(entity -> EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT).toList());
            }
        };
    }

    /**
     * Finds the objects whose rows a statement changes.
     *
     * @param alone whether the statement reads no other tables
     */
    private record Matching(UnitOfWork unit, OrmPlanner planner, Mapper<?> mapper, EntityPath<?> path,
            Condition condition, boolean alone, List<StatementOption> options, Map<String, ?> values) {

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
            unit.identities(mapper).forEach(entity -> {
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

        private List<ManagedEntity> fetched() {
            List<Projection<?>> columns = new ArrayList<>();
            for (int key : mapper.primaryKey()) {
                columns.add(mapper.column(key));
            }
            Select<Row> select = Sql.select(columns).from(path).where(condition).options(
                    options.stream().filter(CriteriaOption.class::isInstance).toArray(StatementOption[]::new));
            Connection connection = unit.connection();
            List<ManagedEntity> matched = new ArrayList<>();
            for (Row row : connection.execute(planner.resolve(select), values).all()) {
                Object[] key = new Object[mapper.primaryKey().length];
                for (int i = 0; i < key.length; i++) {
                    key[i] = Objects.requireNonNull(row.get(i + 1));
                }
                ManagedEntity entity = unit.find(mapper, mapper.keyType().normalise(key));
                if (entity != null) {
                    matched.add(entity);
                }
            }
            return matched;
        }
    }
}
