package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out columns whose value another column of a select list has too. Immutable. */
final class ReducedColumns {
    private ReducedColumns() {}

    /** Returns the columns of a select without those that a foreign key or a condition makes equal to another one. */
    static List<Expression<?>> of(Select<?> select) {
        var columns = select.selectList().columns();
        Set<Expression<?>> left = new HashSet<>();
        for (var column : columns) {
            if (column instanceof ColumnReference<?> reference
                    && targets(reference).stream().anyMatch(columns::contains)) {
                left.add(column);
            }
        }
        equalities(select.conditions(), columns, left);
        for (var step : select.joins()) {
            var on = step.on();
            if (on != null) {
                equalities(on, columns, left);
            }
        }
        return columns.stream().filter(column -> !left.contains(column)).toList();
    }

    private static List<Expression<?>> targets(ColumnReference<?> column) {
        var targets = new ArrayList<Expression<?>>();
        if (column.source() instanceof TableReference table) {
            for (var key : table.references()) {
                for (int i = 0; i < key.columns().size(); i++) {
                    if (key.columns().get(i).equals(column) && !key.targets().get(i).equals(column)) {
                        targets.add(key.targets().get(i));
                    }
                }
            }
        }
        return targets;
    }

    private static void equalities(Condition condition, List<Expression<?>> columns, Set<Expression<?>> left) {
        if (condition instanceof Junction junction && junction.kind() == Junction.Kind.AND) {
            junction.conditions().forEach(part -> equalities(part, columns, left));
        } else if (condition instanceof Comparison(var one, var operator, var other) && operator == Operator.EQ
                && remains(one, columns, left) && remains(other, columns, left)) {
            left.add(columns.indexOf(one) < columns.indexOf(other) ? other : one);
        }
    }

    private static boolean remains(Expression<?> column, List<Expression<?>> columns, Set<Expression<?>> left) {
        return column instanceof ColumnReference<?> && columns.contains(column) && !left.contains(column);
    }
}
