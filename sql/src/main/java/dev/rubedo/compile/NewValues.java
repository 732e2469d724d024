package dev.rubedo.compile;

import dev.rubedo.compile.ColumnDefaults.Default;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NewValue;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.TableReference;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rewriter that replaces each {@link NewValue} with the value that the statement assigns to its column. A column that
 * an UPDATE does not set keeps its value, so the column itself takes its place. Confined to one thread at a time.
 */
final class NewValues extends Rewriter {

    private final TableReference table;
    private final boolean isInsert;
    private final Function<String, @Nullable Expression<?>> assigned;
    private final Set<String> open = new LinkedHashSet<>();

    private NewValues(TableReference table, boolean isInsert, Function<String, @Nullable Expression<?>> assigned) {
        this.table = table;
        this.isInsert = isInsert;
        this.assigned = assigned;
    }

    /**
     * Returns the value of a column of an inserted row.
     *
     * @param column the column, for errors
     * @param value its value
     * @param table the table
     * @param assigned returns the value of a column by its name, or null for a column without one
     */
    static Expression<?> inserted(SettableColumn<?> column, Expression<?> value, TableReference table,
            Function<String, @Nullable Expression<?>> assigned) {
        return isPlain(value) ? value : new NewValues(table, true, assigned).of(column, value);
    }

    /**
     * Returns the new value of a column of an updated row.
     *
     * @param column the column, for errors
     * @param value its value
     * @param table the table
     * @param assigned returns the new value of a column by its name, or null for a column that is not set
     */
    static Expression<?> updated(SettableColumn<?> column, Expression<?> value, TableReference table,
            Function<String, @Nullable Expression<?>> assigned) {
        return isPlain(value) ? value : new NewValues(table, false, assigned).of(column, value);
    }

    /**
     * Returns a parameter for a default that is computed in Java.
     *
     * @param source the default
     * @param number the number of its value
     * @param out the writer
     */
    static Expression<?> parameter(Default source, int number, RenderContext out) {
        var parameter = new BindParameter<>("", null, false, source.column().type());
        out.bindDefault(parameter, source.column(), number);
        return parameter;
    }

    /** Returns whether an expression has no parts, so that it can be repeated and contains no {@link NewValue}. */
    static boolean isPlain(Expression<?> value) {
        return value instanceof BindParameter<?> || value instanceof Literal<?> || value instanceof NullValue<?>
                || value instanceof ColumnReference<?>;
    }

    private Expression<?> of(SettableColumn<?> column, Expression<?> value) {
        open.add(column.name());
        return expression(value);
    }

    @Override
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        return node instanceof NewValue<T> value ? replaced(value) : super.expression(node);
    }

    // A column of type T is assigned values of type T.
    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> Expression<T> replaced(NewValue<T> node) {
        var column = node.column();
        if (column instanceof ColumnReference<?> reference && !reference.source().equals(table)) {
            throw new InvalidStatementException("newValue(" + reference.path() + "): the statement changes table \""
                    + table.label() + "\", which has no such column. Take a column of \"" + table.label() + "\"");
        }
        var name = column.name();
        var value = assigned.apply(name);
        if (value == null) {
            if (isInsert) {
                throw new InvalidStatementException("newValue(): the INSERT into \"" + table.label()
                        + "\" gives column \"" + name + "\" no value. Give it one with values(...)");
            }
            return column;
        }
        if (value instanceof NextValue) {
            throw new InvalidStatementException("newValue(): column \"" + name + "\" of \"" + table.label()
                    + "\" gets the next value of a sequence, which the statement cannot repeat. "
                    + "Read it back with returning(...)");
        }
        if (!open.add(name)) {
            throw new InvalidStatementException("newValue(): the columns " + open + " of \"" + table.label()
                    + "\" get their values from each other. Give one of them a value that does not refer to the "
                    + "others");
        }
        var resolved = (Expression<T>) expression(value);
        open.remove(name);
        return resolved;
    }
}
