package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Structure;
import dev.rubedo.sql.Update;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The defaults of columns that an INSERT or UPDATE omits. Immutable. */
final class ShapeDefaults {

    private ShapeDefaults() {}

    static void ofInsert(Insert<?> insert, Table table, Structure out, ShapeKey key) {
        if (insert.isWithoutDefaults()) {
            return;
        }
        int rows = insert.query() != null ? 1 : Math.max(1, insert.rows().size());
        add(table, rows, Column::insertDefault, column -> isGiven(column, insert), out, key);
    }

    static void ofUpdate(Update<?> update, Table table, Structure out, ShapeKey key) {
        add(table, 1, Column::updateDefault, column -> isSet(column, update.assignments()), out, key);
    }

    private static void add(Table table, int rows, Function<Column<?>, @Nullable ColumnDefault<?>> defaultOf,
            Predicate<Column<?>> isGiven, Structure out, ShapeKey key) {
        for (int row = 0; row < rows; row++) {
            for (var column : table.columns()) {
                var value = defaultOf.apply(column);
                if (value != null && !isGiven.test(column)) {
                    value(value, key);
                }
            }
        }
        // expressions follow the values of the other columns, which are contiguous
        for (var column : table.columns()) {
            if (defaultOf.apply(column) instanceof ColumnDefault.Computed<?> computed && !isGiven.test(column)) {
                out.expression(computed.expression());
            }
        }
    }

    private static void value(ColumnDefault<?> source, ShapeKey key) {
        switch (source) {
            case ColumnDefault.Value<?> constant -> key.value(constant.value());
            case ColumnDefault.Supplied<?> supplied -> key.value(supplied.supplier().get());
            case ColumnDefault.Computed<?> computed -> {
                // the database supplies this one
            }
        }
    }

    private static boolean isGiven(Column<?> column, Insert<?> insert) {
        if (insert.query() != null) {
            return insert.queryColumns().isEmpty()
                    || ColumnDefaults.names(insert.queryColumns()).contains(column.name());
        }
        return !insert.rows().isEmpty() && isSet(column, insert.rows().get(0).assignments());
    }

    private static boolean isSet(Column<?> column, List<Assignment<?>> assignments) {
        for (var assignment : assignments) {
            if (assignment.column().name().equals(column.name())) {
                return true;
            }
        }
        return false;
    }
}
