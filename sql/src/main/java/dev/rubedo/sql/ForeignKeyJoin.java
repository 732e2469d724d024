package dev.rubedo.sql;

import dev.rubedo.error.AmbiguousForeignKeyException;
import dev.rubedo.error.NoForeignKeyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The derivation of a join condition from the foreign keys between both sides, in either direction. Immutable. */
final class ForeignKeyJoin {
    private ForeignKeyJoin() {}

    static boolean exists(FromClause left, FromClause right) {
        return isLateral(right) || !candidates(left, right).isEmpty();
    }

    /**
     * Returns the condition. Foreign keys to the table joined last take precedence over those to the rest of the left
     * side.
     *
     * @param whole all of the left side
     * @param left the named part of it, or all of it
     * @param right the right side
     */
    static Condition between(FromClause whole, FromClause left, FromClause right) {
        if (isLateral(right)) {
            return BooleanCondition.TRUE;
        }
        var found = candidates(last(left), right);
        if (found.isEmpty()) {
            found = candidates(whole, right);
        }
        if (found.isEmpty()) {
            throw new NoForeignKeyException("There is no foreign key between " + JoinPlacement.label(whole) + " and "
                    + JoinPlacement.label(right) + ". Give the condition: join(right, condition)");
        }
        if (found.size() > 1) {
            throw new AmbiguousForeignKeyException("There are " + found.size() + " foreign keys between "
                    + JoinPlacement.label(whole) + " and " + JoinPlacement.label(right) + ": " + found.keySet()
                    + ". Give the condition: join(right, condition)");
        }
        return found.values().iterator().next();
    }

    private static FromClause last(FromClause left) {
        return left instanceof Join join ? join.right() : left;
    }

    private static boolean isLateral(FromClause from) {
        return from instanceof Subquery subquery && subquery.isLateral()
                || from instanceof TableFunction function && function.isLateral();
    }

    /** Returns the conditions by the names of their columns. */
    private static Map<String, Condition> candidates(FromClause left, FromClause right) {
        var found = new LinkedHashMap<String, Condition>();
        for (var leftSource : sources(left)) {
            for (var rightSource : sources(right)) {
                collect(rightSource, leftSource, found);
                collect(leftSource, rightSource, found);
            }
        }
        return found;
    }

    private static List<RowSource> sources(FromClause from) {
        return FromList.members(List.of(from)).stream().filter(RowSource.class::isInstance).map(RowSource.class::cast)
                .toList();
    }

    private static void collect(RowSource from, RowSource to, Map<String, Condition> found) {
        for (var table : tables(from)) {
            for (var reference : table.references()) {
                var condition = condition(reference, from, to);
                if (condition != null) {
                    var names = reference.columns().stream().map(ColumnReference::name).toList();
                    found.putIfAbsent(from.label() + names, condition);
                }
            }
        }
    }

    /** Returns the tables whose columns a source exposes unchanged. */
    private static List<TableReference> tables(RowSource source) {
        if (source instanceof TableReference table) {
            return List.of(table);
        }
        return source.columns().stream().map(column -> DerivedColumns.base(column).source())
                .filter(TableReference.class::isInstance).map(TableReference.class::cast).distinct().toList();
    }

    private static @Nullable Condition condition(Reference reference, RowSource from, RowSource to) {
        var pairs = new ArrayList<Condition>();
        for (int i = 0; i < reference.columns().size(); i++) {
            var column = shown(from, reference.columns().get(i));
            var target = shown(to, reference.targets().get(i));
            if (column == null || target == null) {
                return null;
            }
            pairs.add(new Comparison(target, Operator.EQ, column));
        }
        return Junction.of(Junction.Kind.AND, pairs);
    }

    /** Returns the column of a source that exposes a table's column, or null. */
    private static @Nullable ColumnReference<?> shown(RowSource source, ColumnReference<?> base) {
        if (base.source().equals(source)) {
            return base;
        }
        if (source instanceof TableReference table) {
            return table.original().equals(base.source()) ? table.column(base.name()) : null;
        }
        for (var column : source.columns()) {
            if (DerivedColumns.base(column).equals(base)) {
                return column;
            }
        }
        return null;
    }
}
