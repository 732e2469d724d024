package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves out columns whose value another column of a select list has too. Immutable. */
final class ReducedColumns {
    private ReducedColumns() {}

    /** Returns the columns of a select without those that a foreign key or a condition makes equal to another one. */
    static List<Expression<?>> of(Select<?> select) {
        var columns = select.selectList().columns();
        Map<Expression<?>, Expression<?>> left = new HashMap<>();
        for (var column : columns) {
            if (column instanceof ColumnReference<?> reference) {
                targets(reference).stream()
                        .filter(target -> columns.contains(target) && !last(target, left).equals(column)).findFirst()
                        .ifPresent(target -> left.put(column, target));
            }
        }
        equalities(select.conditions(), columns, left);
        for (var step : select.joins()) {
            var on = step.on();
            if (on != null && step.kind() == Join.Kind.INNER) {
                equalities(on, columns, left);
            }
        }
        return columns.stream().filter(column -> !left.containsKey(column)).toList();
    }

    /** Returns the column that remains for a column: keys that refer to each other must leave one of them. */
    private static Expression<?> last(Expression<?> column, Map<Expression<?>, Expression<?>> left) {
        var last = column;
        for (var next = left.get(last); next != null; next = left.get(last)) {
            last = next;
        }
        return last;
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

    private static void equalities(Condition condition, List<Expression<?>> columns,
            Map<Expression<?>, Expression<?>> left) {
        if (condition instanceof Junction junction && junction.kind() == Junction.Kind.AND) {
            junction.conditions().forEach(part -> equalities(part, columns, left));
        } else if (condition instanceof Comparison(var one, var operator, var other) && operator == Operator.EQ
                && !one.equals(other) && remains(one, columns, left) && remains(other, columns, left)) {
            boolean isFirst = columns.indexOf(one) < columns.indexOf(other);
            left.put(isFirst ? other : one, isFirst ? one : other);
        }
    }

    private static boolean remains(Expression<?> column, List<Expression<?>> columns,
            Map<Expression<?>, Expression<?>> left) {
        return column instanceof ColumnReference<?> && columns.contains(column) && !left.containsKey(column);
    }
}
