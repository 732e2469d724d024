package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes INSERT, UPDATE and DELETE into the key; a lower part of {@link ShapeWriter}.
 *
 * <p>
 * Confined to one thread at a time.
 */
abstract class DmlShape extends FromShape {

    void insert(Insert<?> i) {
        put(Insert.class);
        ctes(i.ctes());
        target(i.target());
        var query = i.query();
        if (query != null) {
            put(i.queryColumns().size());
            i.queryColumns().forEach(this::expression);
            statement(query);
        } else {
            var rows = i.rows();
            put(rows.size());
            if (!rows.isEmpty()) {
                rows.get(0).assignments().forEach(assignment -> put(assignment.column()));
                for (var row : rows) {
                    row.assignments().forEach(assignment -> expression(assignment.value()));
                }
            }
        }
        insertDefaults(i);
        put(i.conflicts().size());
        for (var conflict : i.conflicts()) {
            put(conflict.columns());
            put(conflict.constraint());
            expression(conflict.indexCondition());
            var update = conflict.update();
            if (update == null) {
                put(ABSENT);
            } else {
                assignments(update.assignments());
                expression(update.condition());
            }
        }
        projections(i.selectList());
        clauses(i.dialectClauses());
    }

    private void insertDefaults(Insert<?> i) {
        if (!(i.target() instanceof Table table)) {
            return;
        }
        int rows = i.query() != null ? 1 : Math.max(1, i.rows().size());
        follow(i);
        for (int row = 0; row < rows; row++) {
            for (var column : table.columns()) {
                var value = column.insertDefault();
                if (value != null && !isGiven(column, i)) {
                    defaultValue(value);
                }
            }
        }
        for (var column : table.columns()) {
            if (!isGiven(column, i)) {
                computedDefault(column.insertDefault());
            }
        }
    }

    private static boolean isGiven(Column<?> column, Insert<?> i) {
        if (i.query() != null) {
            return i.queryColumns().isEmpty() || ColumnDefaults.names(i.queryColumns()).contains(column.name());
        }
        return !i.rows().isEmpty() && isSet(column, i.rows().get(0).assignments());
    }

    private static boolean isSet(Column<?> column, List<Assignment<?>> assignments) {
        for (var assignment : assignments) {
            if (assignment.column().name().equals(column.name())) {
                return true;
            }
        }
        return false;
    }

    private void defaultValue(ColumnDefault<?> source) {
        switch (source) {
            case ColumnDefault.Value<?> constant -> value(constant.value());
            case ColumnDefault.Supplied<?> supplied -> value(supplied.supplier().get());
            case ColumnDefault.Computed<?> computed -> {
                // the database gives this one
            }
        }
    }

    /** Numbers the values in what the database computes; they follow the values of the other columns, which stand together. */
    private void computedDefault(@Nullable ColumnDefault<?> source) {
        if (source instanceof ColumnDefault.Computed<?> computed) {
            expression(computed.expression());
        }
    }

    void update(Update<?> u) {
        put(Update.class);
        ctes(u.ctes());
        target(u.target());
        assignments(u.assignments());
        if (u.target() instanceof Table table) {
            follow(u);
            for (var column : table.columns()) {
                var value = column.updateDefault();
                if (value != null && !isSet(column, u.assignments())) {
                    defaultValue(value);
                }
            }
            for (var column : table.columns()) {
                if (!isSet(column, u.assignments())) {
                    computedDefault(column.updateDefault());
                }
            }
        }
        froms(u.explicitFroms());
        expression(u.conditions());
        projections(u.selectList());
        clauses(u.dialectClauses());
    }

    void delete(Delete<?> d) {
        put(Delete.class);
        ctes(d.ctes());
        target(d.target());
        froms(d.explicitFroms());
        expression(d.conditions());
        projections(d.selectList());
        clauses(d.dialectClauses());
    }

    private void assignments(List<Assignment<?>> assignments) {
        put(assignments.size());
        for (var assignment : assignments) {
            put(assignment.column());
            expression(assignment.value());
        }
    }

    private void target(DmlTarget target) {
        put(target);
    }
}
