package dev.rubedo.compile;

import dev.rubedo.compile.ColumnDefaults.Default;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The columns that an UPDATE sets: those it names, in their order, and those that change with every update. Immutable. */
final class UpdateColumns {

    private UpdateColumns() {}

    static List<Cell> of(Update<?> update, TableReference table) {
        var cells = new ArrayList<Cell>();
        if (update.assignments().isEmpty()) {
            return cells;
        }
        var names = new HashSet<String>();
        for (var assignment : update.assignments()) {
            names.add(assignment.column().name());
            cells.add(new Given(assignment));
        }
        int offset = 0;
        for (var each : ColumnDefaults.forUpdate(table, names)) {
            cells.add(new Filled(each, each.expression() == null ? offset++ : 0));
        }
        return cells;
    }

    /** One assignment. */
    sealed interface Cell {

        SettableColumn<?> column();

        void write(Update<?> update, RenderContext out);
    }

    /** An assignment of the statement. */
    record Given(Assignment<?> assignment) implements Cell {

        @Override
        public SettableColumn<?> column() {
            return assignment.column();
        }

        @Override
        public void write(Update<?> update, RenderContext out) {
            InsertColumns.writeValue(assignment.column().type(), assignment.value(), out);
        }
    }

    /** A value of its own for every update. */
    record Filled(Default source, int offset) implements Cell {

        @Override
        public SettableColumn<?> column() {
            return source.column();
        }

        @Override
        public void write(Update<?> update, RenderContext out) {
            var expression = source.expression();
            if (expression == null) {
                out.bindDefault(source.column(), out.numberOf(update) + offset);
            } else {
                out.operand(expression, Parentheses.EVERYTHING);
            }
        }
    }
}
