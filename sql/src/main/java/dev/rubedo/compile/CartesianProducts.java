package dev.rubedo.compile;

import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Merge;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TableFunction;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Walker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search for Cartesian products: items of {@code FROM} that no join or condition connects to the others, so that each
 * row of one is combined with each row of the other. Usually a condition was forgotten. As in SQLAlchemy, a join
 * connects its sides whatever its condition, and a condition connects all sources of its columns; so do subqueries in
 * it, to be on the safe side. For engines. Confined to one thread at a time.
 */
public final class CartesianProducts extends Walker {

    private final List<String> found = new ArrayList<>();
    private final Set<Statement<?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Statement<?>> connected = Collections.newSetFromMap(new IdentityHashMap<>());

    private CartesianProducts() {}

    /**
     * Returns a description of each product in a statement and its subqueries; usually none.
     *
     * @param statement a statement without entities
     */
    public static List<String> in(Statement<?> statement) {
        var search = new CartesianProducts();
        try {
            search.statement(statement);
        } catch (StackOverflowError e) {
            // a statement that can be compiled must not fail because of a warning
            return List.of();
        }
        return List.copyOf(search.found);
    }

    @Override
    public void statement(Statement<?> node) {
        if (!seen.add(node)) {
            return;
        }
        switch (node) {
            case Select<?> select -> {
                check(select.froms(), select.conditions(), select);
                select.froms().forEach(this::from);
            }
            case Merge<?> merge -> merge.actions().forEach(action -> connected.add(action.change()));
            case Statement<?> part when connected.contains(part) -> {
                // reads the rows that the condition of its MERGE matches
            }
            case Update<?> update when update.target() instanceof FromClause target -> check(
                    with(target, FromList.besides(update)), update.conditions(), update);
            case Delete<?> delete when delete.target() instanceof FromClause target -> check(
                    with(target, FromList.besides(delete)), delete.conditions(), delete);
            case Statement<?> other -> {
                // has no FROM of its own
            }
        }
        super.statement(node);
    }

    private static List<FromClause> with(FromClause target, List<FromClause> others) {
        var all = new ArrayList<FromClause>();
        all.add(target);
        all.addAll(others);
        return all;
    }

    private void check(List<FromClause> froms, Condition conditions, Statement<?> statement) {
        if (froms.size() < 2) {
            return;
        }
        var groups = new Groups();
        for (var from : froms) {
            groups.add(leaves(from));
        }
        leafConditions(conditions).forEach(condition -> groups.connect(sources(condition)));
        for (var from : froms) {
            if (from instanceof Subquery subquery && subquery.isLateral() || from instanceof TableFunction) {
                groups.connect(List.of(froms.get(0) == from ? froms.get(1) : leaves(froms.get(0)).get(0), from));
            }
        }
        var apart = groups.all();
        if (apart.size() > 1) {
            found.add("The statement combines each row of " + apart.get(0) + " with each row of "
                    + apart.subList(1, apart.size()).stream().collect(Collectors.joining(" and of ")) + ": " + statement
                    + ". Add a join or a condition that connects them, or call cartesianWarnings(false) on the builder "
                    + "of the engine if that is intended.");
        }
    }

    private static List<FromClause> leaves(FromClause from) {
        var leaves = new ArrayList<FromClause>();
        if (from instanceof Join join) {
            leaves.addAll(leaves(join.left()));
            leaves.addAll(leaves(join.right()));
        } else {
            leaves.add(from);
        }
        return leaves;
    }

    private static List<Condition> leafConditions(Condition condition) {
        return condition instanceof Junction junction
                ? junction.conditions().stream().flatMap(part -> leafConditions(part).stream()).toList()
                : List.of(condition);
    }

    /** Returns the sources of the columns in a condition, and in its subqueries. */
    private static Set<FromClause> sources(Condition condition) {
        var sources = new LinkedHashSet<FromClause>();
        new Walker() {
            @Override
            public void expression(Expression<?> node) {
                if (node instanceof ColumnReference<?> column) {
                    sources.add(column.source());
                } else {
                    super.expression(node);
                }
            }
        }.expression(condition);
        return sources;
    }

    /** Groups of connected sources. Confined to one thread at a time. */
    private static final class Groups {

        private final Map<FromClause, Set<FromClause>> groups = new LinkedHashMap<>();
        private final Set<FromClause> members = new LinkedHashSet<>();

        /** Connects sources; those of subqueries serve only as bridges. */
        void connect(Collection<? extends FromClause> sources) {
            Set<FromClause> merged = new LinkedHashSet<>();
            for (var source : sources) {
                merged.addAll(groups.getOrDefault(source, Set.of(source)));
            }
            merged.forEach(source -> groups.put(source, merged));
        }

        /** Adds an item of the FROM list, whose sides are connected if it is a join. */
        void add(List<FromClause> leaves) {
            members.addAll(leaves);
            connect(leaves);
        }

        /** Returns a text for each group with members of the FROM list. */
        List<String> all() {
            var distinct = new ArrayList<Set<FromClause>>();
            for (var member : members) {
                var group = groups.getOrDefault(member, Set.of(member));
                if (distinct.stream().noneMatch(other -> other == group)) {
                    distinct.add(group);
                }
            }
            return distinct.stream().map(group -> members.stream().filter(group::contains).map(Groups::name)
                    .collect(Collectors.joining(", "))).toList();
        }

        private static String name(FromClause source) {
            return source instanceof RowSource row ? "\"" + row.label() + "\"" : String.valueOf(source);
        }
    }
}
