package dev.rubedo.sql;

import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.InvalidStatementException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A factory of conditions on columns that are found by name. Immutable. */
final class FilterBy {
    private FilterBy() {}

    static Condition condition(Collection<FromClause> sources, String name, @Nullable Object value) {
        var found = new ArrayList<SettableColumn<?>>();
        var names = new ArrayList<String>();
        for (var source : sources) {
            switch (source) {
                case RowSource rows -> {
                    names.add(rows.label());
                    rows.columns().stream().filter(column -> column.name().equals(name)).forEach(found::add);
                }
                case UnresolvedEntity<?> entity -> {
                    names.add(entity.toString());
                    entity.attribute(name).ifPresent(found::add);
                }
                case Join join -> throw new IllegalStateException("Joins are opened before: " + join);
            }
        }
        if (found.isEmpty()) {
            throw new InvalidStatementException("filterBy: nothing has \"" + name + "\" in " + names
                    + ". Check the name, or add its table with from() or join() first");
        }
        if (found.size() > 1) {
            throw new AmbiguousColumnException("filterBy: \"" + name + "\" is in several of " + names
                    + ". Use where(...) with the column");
        }
        return Operands.equal(found.get(0), value, Operator.EQ);
    }

    /** Returns the sources of a select, as far as they are known before its joins are resolved. */
    static Set<FromClause> sources(Select<?> select) {
        var sources = new LinkedHashSet<FromClause>();
        select.explicitFroms().forEach(from -> open(from, sources));
        FromList.sources(select.selectList().projections()).forEach(from -> open(from, sources));
        for (var step : select.joins()) {
            if (step.left() != null) {
                open(step.left(), sources);
            }
            if (step.right() != null) {
                open(step.right(), sources);
            }
            if (step.relationship() != null) {
                sources.add(step.relationship().target());
            }
        }
        FromList.sources(List.of(select.conditions())).forEach(from -> open(from, sources));
        return sources;
    }

    private static void open(FromClause from, Set<FromClause> sources) {
        if (from instanceof Join join) {
            open(join.left(), sources);
            open(join.right(), sources);
        } else {
            sources.add(from);
        }
    }
}
