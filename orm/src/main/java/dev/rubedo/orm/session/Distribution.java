package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.compile.StatementTables;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.routing.EngineRouter;
import dev.rubedo.orm.routing.Shards;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextSelect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The databases of a session factory and the placement of its tables. Thread-safe. */
final class Distribution {

    /** The number of statements whose targets are kept; when there are more, all are determined anew. */
    private static final int KEPT = 2_000;

    /**
     * The target of a statement. Immutable.
     *
     * @param engine the engine that its tables are bound to
     * @param isRead whether it changes and locks nothing
     */
    record Target(Engine engine, boolean isRead) {}

    private final Binds binds;
    private final @Nullable EngineRouter router;
    private final @Nullable Shards shards;
    private final List<String> shardNames;
    private final List<Engine> shardEngines;
    private final Map<Engine, ReplicaSet> replicas;
    private final Map<StatementShape, Target> targets = new ConcurrentHashMap<>();

    Distribution(Binds binds, @Nullable EngineRouter router, @Nullable Shards shards,
            Map<Engine, ReplicaSet> replicas) {
        this.binds = binds;
        this.router = router;
        this.shards = shards;
        this.shardNames = shards == null ? List.of() : List.copyOf(shards.engines().keySet());
        this.shardEngines = shards == null ? List.of() : List.copyOf(shards.engines().values());
        this.replicas = replicas;
    }

    /** Returns the engines that are written to. */
    Set<Engine> engines() {
        Set<Engine> engines = new LinkedHashSet<>(shardEngines);
        engines.addAll(binds.engines());
        return engines;
    }

    @Nullable
    Shards shards() {
        return shards;
    }

    int shardCount() {
        return shardNames.size();
    }

    /** Returns whether the rows of an entity are in shards. */
    boolean isSharded(Mapper<?> mapper) {
        return shards != null && binds.of(mapper) == binds.home();
    }

    /** Returns the number of a shard, from 1. */
    int number(String shard) {
        int at = shardNames.indexOf(shard);
        if (at < 0) {
            throw new IllegalArgumentException(
                    "There is no shard \"" + shard + "\". The shards are " + shardNames + ".");
        }
        return at + 1;
    }

    /** Returns the name of the shard with this number. */
    String name(int shard) {
        return shardNames.get(shard - 1);
    }

    /** Returns the engine of the shard with this number. */
    Engine engine(int shard) {
        return shardEngines.get(shard - 1);
    }

    Map<Engine, ReplicaSet> replicas() {
        return replicas;
    }

    /** Returns the tables of each engine, in the given order. */
    Map<Engine, List<Table>> tables(Collection<Table> all) {
        Map<Engine, List<Table>> tables = new LinkedHashMap<>();
        for (Table table : all) {
            Engine engine = binds.of(table);
            for (Engine each : engine == binds.home() && shards != null ? shardEngines : List.of(engine)) {
                tables.computeIfAbsent(each, any -> new ArrayList<>()).add(table);
            }
        }
        return tables;
    }

    Binds binds() {
        return binds;
    }

    @Nullable
    EngineRouter router() {
        return router;
    }

    /** Returns the target of a statement; statements of the same shape have the same target. */
    Target target(StatementShape shape, Statement<?> statement, PlanCache plans) {
        Target known = targets.get(shape);
        if (known == null) {
            Statement<?> core = plans.planner().resolve(statement);
            known = new Target(binds.of(core), isRead(statement, core));
            if (targets.size() >= KEPT) {
                targets.clear();
            }
            targets.put(shape.withoutValues(), known);
        }
        return known;
    }

    private static boolean isRead(Statement<?> statement, Statement<?> core) {
        return statement instanceof Selectable<?> && !(statement instanceof TextSelect<?>)
                && !(statement instanceof Select<?> select && select.lock() != null)
                && StatementTables.of(core).changed().isEmpty();
    }
}
