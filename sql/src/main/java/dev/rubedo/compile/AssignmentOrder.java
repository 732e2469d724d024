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
 * Orders assignments for a database that executes them one after the other, so that an expression sees the results of
 * earlier ones. An assignment that reads a column comes before the assignment to that column, as if all of them saw the
 * original row.
 *
 * <p>Immutable.
 */
final class AssignmentOrder {

    private AssignmentOrder() {}

    /**
     * Returns the assignments in an order with the same meaning as on other databases; the given order if it already
     * has it.
     *
     * @param assignments the assignments
     * @param column returns the name of the assigned column
     * @param value returns the assigned expression
     * @param table the updated table
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
                throw new InvalidStatementException("Dialect \"" + dialect + "\" executes assignments one after the "
                        + "other, so the columns " + rest.stream().map(column).toList() + " of table \"" + table.label()
                        + "\" cannot be assigned each other's values in one statement. Read the values first and assign them, "
                        + "or use a statement for each of them.");
            }
            ordered.add(rest.remove(next));
            reads.remove(next);
        }
        return ordered;
    }

    /** Returns the name of a column of the table; empty for a column of another table, which cannot be affected. */
    static String ownName(SettableColumn<?> column, TableReference table) {
        return column instanceof ColumnReference<?> reference && !reference.source().equals(table) ? "" : column.name();
    }

    /** Returns the index of the first assignment whose column no other one still reads, or -1. */
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

    /** Collects the columns of a table that an expression reads. Confined to one thread at a time. */
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
