package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.PreparedExecution;
import dev.rubedo.engine.RowCache;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.loading.EntityAssembler;
import dev.rubedo.orm.internal.loading.LoadContext;
import dev.rubedo.orm.internal.query.Criteria;
import dev.rubedo.orm.internal.query.ExecutedQuery;
import dev.rubedo.orm.internal.query.FromCacheOption;
import dev.rubedo.orm.internal.query.LoadPlan;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.OrmPlanner.PlannedQuery;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.internal.query.PreparedQuery;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.result.Result;
import dev.rubedo.result.RowReader;
import dev.rubedo.result.RowShape;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes the statements of a session: plans them, reads their rows, and synchronizes objects with the changes of
 * UPDATE and DELETE statements. Confined to one thread at a time.
 */
final class StatementRunner {

    private final UnitOfWork unit;
    private final SessionEvents events;
    private final OrmPlanner planner;
    private final JoinedDeletes deletes;
    // the last query for the number of rows of another one, which is checked instead of it
    private @Nullable Statement<?> counting;

    StatementRunner(UnitOfWork unit, SessionEvents events) {
        this.unit = unit;
        this.events = events;
        this.planner = unit.plans().planner();
        this.deletes = new JoinedDeletes(unit, planner);
    }

    /** Returns a query for the number of rows of another one, with its criteria and in its database. */
    Statement<Long> counting(Selectable<?> query) {
        Statement<Long> count = OrmPlanner.counting(query);
        counting = unit.hasShards() ? count : null;
        return count;
    }

    /** Returns a query for whether another one has rows, with its criteria and in its database. */
    Statement<Boolean> finding(Selectable<?> query) {
        return Sql.select(OrmPlanner.part(query).exists()).options(OrmPlanner.ofRows(query));
    }

    /** Executes a statement. A query that a replica failed to answer is repeated once where that is possible. */
    <T extends @Nullable Object> Result<T> execute(Statement<T> given, Map<String, ? extends @Nullable Object> values,
            ExecuteOption... options) {
        Places places = unit.places();
        if (places == null) {
            return executeOnce(given, values, options);
        }
        try {
            return executeOnce(given, values, options);
        } catch (DisconnectedException e) {
            if (!places.replicas().isRepeatable(e)) {
                throw e;
            }
            return executeOnce(given, values, options);
        }
    }

    private <T extends @Nullable Object> Result<T> executeOnce(Statement<T> given,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        List<? extends LoadContext> places = unit.executing(given);
        if (places.size() == 1) {
            return execute(places.get(0), given, values, options);
        }
        if (given != counting) {
            NestedQueries.requireCombinable(given);
        }
        ShardedQuery<T> sharded = ShardedQuery.of(given, values, unit.textOrder());
        if (sharded != null) {
            return sharded.combined(each(places, sharded.inEach(), values, options));
        }
        return together(each(places, given, values, options));
    }

    private <T extends @Nullable Object> List<Result<T>> each(List<? extends LoadContext> places, Statement<T> given,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        List<Result<T>> results = new ArrayList<>();
        for (LoadContext place : places) {
            results.add(execute(place, given, values, options));
        }
        return results;
    }

    /** Returns how the rows of a query in several shards are counted, or null if the numbers of the shards are added up. */
    @Nullable
    ShardedQuery<?> counted(Selectable<?> query) {
        if (!unit.hasShards() || unit.executing(counting(query)).size() == 1) {
            return null;
        }
        NestedQueries.requireCombinable(query);
        Selectable<?> unordered = query instanceof Select<?> select ? select.unordered() : query;
        return ShardedQuery.of(unordered, Map.of(), unit.textOrder());
    }

    /** Returns the results of several shards as one, in the order of the shards. */
    private static <T extends @Nullable Object> Result<T> together(List<Result<T>> results) {
        Result<T> all = results.get(0);
        if (!all.returnsRows()) {
            return Result.ofCount(results.stream().mapToLong(Result::rowCount).sum());
        }
        for (Result<T> result : results.subList(1, results.size())) {
            all = all.merge(result);
        }
        return all;
    }

    private <T extends @Nullable Object> Result<T> execute(LoadContext place, Statement<T> given,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        Connection connection = place.connection();
        Statement<T> statement = given;
        List<Update<?>> parts = List.of();
        if (given instanceof Update<T> update && update.target() instanceof EntityPath<?> path) {
            Mapper<?> mapper = unit.model().mapper(path);
            Update<T> versioned = EntityUpdates.versioned(new EntityRows(mapper, path).complete(update), mapper, path);
            statement = versioned;
            parts = EntityUpdates.byTable(versioned, mapper, path,
                    planner.restrictions(mapper, versioned.statementOptions()));
        } else if (given instanceof Insert<T> insert && insert.target() instanceof EntityPath<?> path) {
            statement = new EntityRows(unit.model().mapper(path), path).complete(insert);
        }
        Synchronizer synchronizer = switch (statement) {
            case Update<?> update -> Synchronizer.of(unit, place, planner, update, values);
            case Delete<?> delete -> Synchronizer.of(unit, place, planner, delete, values);
            case Statement<?> other -> Synchronizer.NONE;
        };
        if (!(statement instanceof Selectable)) {
            unit.rowsChangedByStatement();
        }
        Mapper<?> deleted = statement instanceof Delete<T> delete ? deletes.involved(delete) : null;
        Statement<?> returning = synchronizer.returningKeys();
        Result<T> result = deleted != null && statement instanceof Delete<T> delete
                ? Result.ofCount(deletes.execute(connection, delete, deleted, values))
                : parts.size() > 1 ? each(connection, parts, values, options)
                        : returning == null ? read(place, connection, statement, values, options)
                                : following(connection, synchronizer, returning, statement, values, options);
        int chunk = chunk(options);
        if (chunk > 0) {
            result.inPartitionsOf(chunk);
        }
        synchronizer.follow();
        if (!(statement instanceof Selectable)) {
            unit.session().transaction().wrote();
        }
        if (!events.isEmpty()) {
            tellBulkChange(statement, result);
        }
        return result;
    }

    /** Executes an update for each table of an entity. Each of them has the same rows. */
    private <T extends @Nullable Object> Result<T> each(Connection connection, List<Update<?>> parts,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        long changed = 0;
        for (Update<?> part : parts) {
            changed = connection.execute(planner.resolve(part), values, named(connection, part, options)).rowCount();
        }
        return Result.ofCount(changed);
    }

    private <T extends @Nullable Object> Result<T> following(Connection connection, Synchronizer synchronizer,
            Statement<?> returning, Statement<T> statement, Map<String, ? extends @Nullable Object> values,
            ExecuteOption... options) {
        List<?> keys = connection.execute(planner.resolve(returning), values, named(connection, statement, options))
                .all();
        synchronizer.returned(keys);
        return Result.ofCount(keys.size());
    }

    private void tellBulkChange(Statement<?> statement, Result<?> result) {
        if (statement instanceof Update<?> update && update.target() instanceof EntityPath<?> path) {
            BulkChange change = new BulkChange(update, path, result.rowCount());
            events.fire((listener, session) -> listener.afterBulkUpdate(session, change));
        } else if (statement instanceof Delete<?> delete && delete.target() instanceof EntityPath<?> path) {
            BulkChange change = new BulkChange(delete, path, result.rowCount());
            events.fire((listener, session) -> listener.afterBulkDelete(session, change));
        }
    }

    // a plan yields results of the statement's type
    @SuppressWarnings({"unchecked", "NullAway"})
    private <T extends @Nullable Object> Result<T> read(LoadContext place, Connection connection,
            Statement<T> statement,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        if (statement.selectList().isEmpty()) {
            return connection.execute(planner.resolve(statement), values,
                    named(place, connection, statement, options));
        }
        Planned planned = planned(place, connection, statement, values, options);
        RowCache cache = place.isReplica() ? null : FromCacheOption.of(statement.statementOptions(), options);
        CachedStatement cached = planned.statement;
        LoadPlan plan = planned.plan;
        if (plan.nodes() == 0) {
            return Result.of(planned.rows.get(), new RowShape(statement.selectList(), cached.columns()));
        }
        Supplier<EntityAssembler> assemblers = () -> new EntityAssembler(place, plan,
                Criteria.of(statement.statementOptions()), overwrites(statement), planned.query, cache);
        int chunk = chunk(options);
        if (chunk > 0 && statement instanceof Selectable<?>) {
            plan.checkChunks(chunk);
            return Result.ofChunks(planned.rows.get(), plan.rows(),
                    rows -> (List<T>) assemblers.get().some(rows, chunk));
        }
        EntityAssembler assembler = assemblers.get();
        RowReader reader = planned.rows.get();
        if (plan.isRowByRow() && statement instanceof Selectable<?> && options.length > 0) {
            return Result.of(reader, plan.rows(), row -> (T) assembler.result(row));
        }
        List<T> results = (List<T>) assembler.all(reader, cached.lastRows());
        cached.lastRows(results.size());
        if (statement instanceof Delete<?>) {
            vanish(results, plan.rows().width());
        }
        return Result.ofElements(results, plan.rows());
    }

    /**
     * Returns whether objects are overwritten with the returned rows: because an option requests it, or because the
     * statement has just written the rows, which objects of the session may have loaded before.
     */
    private static boolean overwrites(Statement<?> statement) {
        return PopulateExistingOption.isIn(statement.statementOptions())
                || statement instanceof Insert<?> insert && !insert.conflicts().isEmpty()
                || statement instanceof Update<?>;
    }

    /** Returns the number of rows to read at a time, or 0 for no limit. */
    private static int chunk(ExecuteOption... options) {
        int chunk = 0;
        for (ExecuteOption option : options) {
            chunk = option instanceof ExecuteOption.YieldPer yield ? yield.rows() : chunk;
        }
        return chunk;
    }

    /** A statement to be executed, and how its rows are read. Immutable. */
    private record Planned(CachedStatement statement, LoadPlan plan, @Nullable ExecutedQuery query,
            Supplier<RowReader> rows) {}

    private Planned planned(LoadContext place, Connection connection, Statement<?> statement,
            Map<String, ? extends @Nullable Object> values, ExecuteOption... options) {
        PreparedExecution prepared = connection.prepared();
        requireNoTranslation(options);
        ExecuteOption[] named = named(place, connection, statement, options);
        StatementShape shape = StatementShape.of(statement);
        PreparedQuery known = place.plans().of(prepared).query(statement, shape, place::compile);
        if (known != null) {
            return new Planned(known.statement(), known.plan().of(statement.selectList()), null,
                    () -> prepared.read(known.statement(), statement, known.with(shape.values()), values, named));
        }
        PlannedQuery planned = planner.plan(statement);
        ExecutedQuery query = planned.plan().repeatsStatement() ? ExecutedQuery.of(planned.statement(), values) : null;
        return new Planned(place.compile(planned.statement()), planned.plan(), query,
                () -> prepared.read(planned.statement(), values, named));
    }

    private static void requireNoTranslation(ExecuteOption... options) {
        for (ExecuteOption option : options) {
            if (option instanceof ExecuteOption.SchemaTranslate) {
                throw new InvalidStatementException("schemaTranslate(...) of one execution would not apply to what the "
                        + "entities load later. Set it for the sessions: SessionFactory.builder(...)"
                        + ".connectionOptions(options -> options.schemaTranslate(...)).");
            }
        }
    }

    /**
     * Adds the application's statement to the options, so that listeners of the engine see it instead of the planned
     * one.
     */
    private static ExecuteOption[] named(Connection connection, Statement<?> statement, ExecuteOption... options) {
        return shown(connection, statement, cached(statement, options));
    }

    /** Adds the same to the options of a statement in a place; rows of a replica are neither cached nor kept. */
    private static ExecuteOption[] named(LoadContext place, Connection connection, Statement<?> statement,
            ExecuteOption... options) {
        return place.isReplica()
                ? shown(connection, statement, Arrays.stream(options)
                        .filter(option -> !(option instanceof ExecuteOption.FromCache)).toArray(ExecuteOption[]::new))
                : named(connection, statement, options);
    }

    private static ExecuteOption[] shown(Connection connection, Statement<?> statement, ExecuteOption... named) {
        if (!connection.engine().hasListeners()) {
            return named;
        }
        ExecuteOption[] all = Arrays.copyOf(named, named.length + 1);
        all[named.length] = ExecuteOption.forStatement(statement);
        return all;
    }

    /** Adds the cache that the options of the statement name. */
    private static ExecuteOption[] cached(Statement<?> statement, ExecuteOption... options) {
        RowCache cache = statement.statementOptions().isEmpty() ? null
                : FromCacheOption.of(statement.statementOptions(), options);
        if (cache == null) {
            return options;
        }
        ExecuteOption[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = ExecuteOption.fromCache(cache);
        return all;
    }

    private static List<ManagedEntity> entities(Row row, int width) {
        List<ManagedEntity> entities = new ArrayList<>();
        for (int position = 1; position <= width; position++) {
            if (row.get(position) instanceof ManagedEntity entity) {
                entities.add(entity);
            }
        }
        return entities;
    }

    /** Makes the objects deleted that a DELETE returns, whether or not the session had them before. */
    private void vanish(List<?> results, int width) {
        ObjectSet gone = new ObjectSet();
        for (Object result : results) {
            List<ManagedEntity> entities = result instanceof ManagedEntity one ? List.of(one)
                    : result instanceof Row row ? entities(row, width) : List.of();
            entities.stream().filter(entity -> EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT)
                    .forEach(gone::add);
        }
        if (!gone.isEmpty()) {
            unit.vanished(gone.all());
        }
    }
}
