package dev.rubedo.compile;

import dev.rubedo.compile.ColumnDefaults.Default;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns that an UPDATE sets: those it names, in order, and those with a default for updates. Immutable.
 */
public final class UpdateColumns {

    private final Update<?> update;
    private final List<Cell> cells;

    private UpdateColumns(Update<?> update, List<Cell> cells) {
        this.update = update;
        this.cells = List.copyOf(cells);
    }

    static UpdateColumns of(Update<?> update, TableReference table, RenderContext out) {
        var cells = new ArrayList<Cell>();
        if (update.assignments().isEmpty()) {
            return new UpdateColumns(update, cells);
        }
        var names = new HashSet<String>();
        for (var assignment : update.assignments()) {
            names.add(assignment.column().name());
            cells.add(new Given(assignment.column(), assignment.value()));
        }
        int offset = 0;
        for (var each : ColumnDefaults.forUpdate(table, names)) {
            cells.add(new Filled(each, each.expression() == null ? offset++ : 0));
        }
        cells.replaceAll(cell -> cell.resolved(table, name -> value(name, cells, update, out)));
        return new UpdateColumns(update, cells);
    }

    private static @Nullable Expression<?> value(String column, List<Cell> cells, Update<?> update,
            RenderContext out) {
        for (var cell : cells) {
            if (cell.column().name().equals(column)) {
                var value = cell.value();
                return value == null && cell instanceof Filled filled
                        ? NewValues.parameter(filled.source(), out.numberOf(update) + filled.offset(), out)
                        : value;
            }
        }
        return null;
    }

    /**
     * Returns these columns in an order in which no value sees the result of an earlier assignment, for a dialect that
     * assigns one by one.
     */
    UpdateColumns inOrder(TableReference table, String dialect) {
        return new UpdateColumns(update, AssignmentOrder.of(cells,
                cell -> AssignmentOrder.ownName(cell.column(), table), Cell::value, table, dialect));
    }

    /** Returns whether no column is set. */
    boolean isEmpty() {
        return cells.isEmpty();
    }

    /** Returns the columns, in the order in which they are set. */
    public List<SettableColumn<?>> names() {
        return cells.stream().<SettableColumn<?>>map(Cell::column).toList();
    }

    /**
     * Writes the value of a column.
     *
     * @param column the position of the column in {@link #names()}
     * @param out the writer
     */
    public void writeValue(int column, RenderContext out) {
        cells.get(column).write(update, out);
    }

    /** One assignment. */
    private sealed interface Cell {

        SettableColumn<?> column();

        /** Returns the assigned expression, or null for a value. */
        @Nullable
        Expression<?> value();

        /** Returns this assignment with references to the new values of other columns replaced. */
        default Cell resolved(TableReference table, Function<String, @Nullable Expression<?>> assigned) {
            var value = value();
            return value == null
                    ? this
                    : replaced(value, NewValues.updated(column(), value, table, assigned));
        }

        @SuppressWarnings("ReferenceEquality") // most values are not replaced
        private Cell replaced(Expression<?> before, Expression<?> after) {
            return after == before ? this : new Given(column(), after);
        }

        void write(Update<?> update, RenderContext out);
    }

    /** An assignment of the statement. */
    private record Given(SettableColumn<?> column, Expression<?> value) implements Cell {

        @Override
        public void write(Update<?> update, RenderContext out) {
            InsertColumns.writeValue(column.type(), value, out);
        }
    }

    /** A default for updates. */
    private record Filled(Default source, int offset) implements Cell {

        @Override
        public SettableColumn<?> column() {
            return source.column();
        }

        @Override
        public @Nullable Expression<?> value() {
            return source.expression();
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
