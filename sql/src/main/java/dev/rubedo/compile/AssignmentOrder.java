package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The order of assignments for a database that carries them out one after the other, where an expression sees what was
 * assigned before it. Whoever reads a column comes before its assignment, as if all of them saw the row as it was.
 *
 * <p>Immutable.
 */
final class AssignmentOrder {

    private AssignmentOrder() {}

    /**
     * Returns the assignments in an order that means what it means on other databases; the given one if it does.
     *
     * @param assignments the assignments
     * @param column the name of the column that one assigns
     * @param value the expression that one assigns
     * @param table the table that is changed
     * @param dialect the name of the dialect, for errors
     */
    static <E> List<E> of(List<E> assignments, Function<E, String> column, Function<E, @Nullable Expression<?>> value,
            TableReference table, String dialect) {
        if (assignments.size() < 2) {
            return assignments;
        }
        var rest = new ArrayList<>(assignments);
        var reads = new ArrayList<Set<String>>();
        for (var each : rest) {
            reads.add(Reads.of(value.apply(each), table));
        }
        var ordered = new ArrayList<E>();
        while (!rest.isEmpty()) {
            int next = free(rest, column, reads);
            if (next < 0) {
                throw new InvalidStatementException("Dialect \"" + dialect + "\" carries out assignments one after the "
                        + "other, so the columns " + rest.stream().map(column).toList() + " of table \"" + table.label()
                        + "\" cannot take each other's values in one statement. Read the values first and assign them, "
                        + "or use a statement for each of them.");
            }
            ordered.add(rest.remove(next));
            reads.remove(next);
        }
        return ordered;
    }

    /** Returns the name of a column of the table; nothing of another one, which no expression of it reads. */
    static String ownName(SettableColumn<?> column, TableReference table) {
        return column instanceof ColumnReference<?> reference && !reference.source().equals(table) ? "" : column.name();
    }

    /** The first that assigns nothing that another one still reads, or -1. */
    private static <E> int free(List<E> rest, Function<E, String> column, List<Set<String>> reads) {
        for (int i = 0; i < rest.size(); i++) {
            boolean isRead = false;
            for (int j = 0; j < rest.size() && !isRead; j++) {
                isRead = i != j && reads.get(j).contains(column.apply(rest.get(i)));
            }
            if (!isRead) {
                return i;
            }
        }
        return -1;
    }

    /** Finds the columns of a table that an expression reads. Confined to one thread at a time. */
    private static final class Reads extends Walker {

        private final TableReference table;
        private final Set<String> names = new HashSet<>();

        private Reads(TableReference table) {
            this.table = table;
        }

        static Set<String> of(@Nullable Expression<?> value, TableReference table) {
            var reads = new Reads(table);
            if (value != null) {
                reads.expression(value);
            }
            return reads.names;
        }

        @Override
        public void expression(Expression<?> node) {
            switch (node) {
                case ColumnReference<?> column when table.equals(column.source()) -> names.add(column.name());
                case Excluded<?> excluded -> {}
                case Expression<?> other -> super.expression(other);
            }
        }
    }
}
