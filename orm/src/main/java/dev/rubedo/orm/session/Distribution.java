package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.compile.StatementTables;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.internal.query.PlanCache;
import dev.rubedo.orm.routing.EngineRouter;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.TextSelect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the sessions of a factory know of its databases. Thread-safe. */
final class Distribution {

    /** The number of statements whose targets are kept; when there are more, all are determined anew. */
    private static final int KEPT = 2_000;

    /**
     * Where a statement belongs. Immutable.
     *
     * @param engine the engine that its tables are bound to
     * @param isRead whether it changes and locks nothing
     */
    record Target(Engine engine, boolean isRead) {}

    private final Binds binds;
    private final @Nullable EngineRouter router;
    private final Map<StatementShape, Target> targets = new ConcurrentHashMap<>();

    Distribution(Binds binds, @Nullable EngineRouter router) {
        this.binds = binds;
        this.router = router;
    }

    Set<Engine> engines() {
        return binds.engines();
    }

    /** Returns the tables of each engine, in the given order. */
    Map<Engine, List<Table>> tables(Collection<Table> all) {
        Map<Engine, List<Table>> tables = new LinkedHashMap<>();
        all.forEach(table -> tables.computeIfAbsent(binds.of(table), any -> new ArrayList<>()).add(table));
        return tables;
    }

    Binds binds() {
        return binds;
    }

    @Nullable
    EngineRouter router() {
        return router;
    }

    /** Returns where a statement belongs; statements of the same shape belong to the same place. */
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
