package dev.rubedo.sql;

import dev.rubedo.error.InvalidStatementException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules that determine the {@code FROM} list: first the named tables and joins, then the sources of columns in the
 * select list and in {@code WHERE}, in order of appearance, without those already joined. A subquery omits the tables
 * that the enclosing statement has. The rules are those of SQLAlchemy. Immutable.
 */
public final class FromList {
    private FromList() {}

    /**
     * Returns everything that a select reads, without correlation to an enclosing statement.
     *
     * @param select the select
     */
    public static List<FromClause> of(Select<?> select) {
        var all = new LinkedHashSet<FromClause>(JoinPlacement.place(select));
        all.addAll(sources(select.selectList().projections()));
        all.addAll(sources(List.of(select.conditions())));
        var joined = new LinkedHashSet<FromClause>();
        all.forEach(from -> hidden(from, joined));
        all.removeAll(joined);
        return List.copyOf(all);
    }

    /**
     * Returns what a select reads when it is nested in another statement.
     *
     * @param select the select
     * @param around everything that enclosing statements have, as {@link #members} returns it
     * @param next what the directly enclosing statement has; empty where nothing is correlated automatically, as in
     *     {@code FROM}
     * @throws InvalidStatementException if nothing is left
     */
    public static List<FromClause> inside(Select<?> select, Collection<FromClause> around,
            Collection<FromClause> next) {
        var froms = new ArrayList<>(of(select));
        var correlation = select.correlation();
        switch (correlation.mode()) {
            case AUTOMATIC -> {
                if (froms.size() > 1) {
                    froms.removeIf(next::contains);
                    if (froms.isEmpty()) {
                        throw new InvalidStatementException(
                                "A subquery correlates all its tables to the enclosing statement, so that "
                                        + "nothing is left in its FROM. Specify with correlate(...) which tables to "
                                        + "correlate: "
                                        + of(select));
                    }
                }
            }
            case ONLY -> froms.removeIf(from -> around.contains(from) && correlation.froms().contains(from));
            case EXCEPT -> froms.removeIf(from -> around.contains(from) && !correlation.froms().contains(from));
        }
        return List.copyOf(froms);
    }

    /**
     * Returns from clauses and everything joined in them.
     *
     * @param froms the from clauses
     */
    public static Set<FromClause> members(Collection<? extends FromClause> froms) {
        var members = new LinkedHashSet<FromClause>();
        for (var from : froms) {
            members.add(from);
            hidden(from, members);
        }
        return members;
    }

    /**
     * Returns the tables that an UPDATE reads besides its target: named tables, then the sources of columns in
     * conditions and values.
     *
     * @param update the update
     */
    public static List<FromClause> besides(Update<?> update) {
        var values = new ArrayList<Projection<?>>();
        values.add(update.conditions());
        update.assignments().forEach(assignment -> values.add(assignment.value()));
        return besides(update.target(), update.explicitFroms(), values);
    }

    /**
     * Returns the tables that a DELETE reads besides its target: named tables, then the sources of columns in
     * conditions.
     *
     * @param delete the delete
     */
    public static List<FromClause> besides(Delete<?> delete) {
        return besides(delete.target(), delete.explicitFroms(), List.of(delete.conditions()));
    }

    private static List<FromClause> besides(DmlTarget target, List<FromClause> named, List<Projection<?>> parts) {
        var all = new LinkedHashSet<>(named);
        all.addAll(sources(parts));
        var joined = new LinkedHashSet<FromClause>();
        all.forEach(from -> hidden(from, joined));
        all.removeAll(joined);
        all.remove(target);
        return List.copyOf(all);
    }

    private static void hidden(FromClause from, Set<FromClause> hidden) {
        if (from instanceof Join join) {
            hidden.add(join.left());
            hidden.add(join.right());
            hidden(join.left(), hidden);
            hidden(join.right(), hidden);
        }
    }

    /**
     * Returns the sources of the columns in expressions, in order of appearance, without those in subqueries.
     *
     * @param parts items of a select list, or conditions
     */
    public static Set<FromClause> sources(Collection<? extends Projection<?>> parts) {
        var collector = new Collector();
        parts.forEach(collector::projection);
        return collector.found;
    }

    /** A collector that stops at nested statements, which have their own FROM. */
    private static final class Collector extends Walker {
        private final Set<FromClause> found = new LinkedHashSet<>();

        @Override
        public void expression(Expression<?> node) {
            switch (node) {
                case ColumnReference<?> column -> found.add(column.source());
                case UnresolvedExpression<?> attribute -> {
                    found.add(attribute.entity());
                    var definition = attribute.definition();
                    if (definition != null) {
                        expression(definition);
                    }
                }
                case Excluded<?> excluded -> {}
                case NewValue<?> other -> {}
                case Expression<?> other -> super.expression(other);
            }
        }

        @Override
        public void from(FromClause node) {
            found.add(node);
        }

        @Override
        public void statement(Statement<?> node) {
            // a subquery has its own FROM
        }
    }
}
