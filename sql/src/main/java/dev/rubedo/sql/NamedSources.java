package dev.rubedo.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The sources of a statement, as far as they are known before joins are resolved. Immutable. */
final class NamedSources {
    private NamedSources() {}

    static Set<FromClause> of(Select<?> select) {
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
