package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code UPDATE} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Update<T extends @Nullable Object> extends FilteredStatement<Update<T>>
        implements DmlStatement<T> {
    private final Parts parts;

    Update(DmlTarget target) {
        this(new Parts(Objects.requireNonNull(target, "target")));
    }

    private Update(Parts parts) {
        this.parts = parts;
    }

    @Override
    Update<T> self() {
        return this;
    }

    @Override
    Parts parts() {
        return parts;
    }

    @Override
    Update<T> of(StatementParts changed) {
        return new Update<>((Parts) changed);
    }

    private <R extends @Nullable Object> Update<R> changed(Consumer<Parts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Update<>(copy);
    }

    /**
     * Returns this update with a new value for a column. If a column is set twice, the last value wins.
     *
     * @param column the column
     * @param value the value, or null for SQL NULL
     */
    public <V extends @Nullable Object> Update<T> set(SettableColumn<V> column, V value) {
        return assign(Assignment.of(column, value));
    }

    /**
     * Returns this update with the value of an expression for a column.
     *
     * @param column the column
     * @param value the expression
     */
    public <V extends @Nullable Object> Update<T> set(SettableColumn<V> column, Expression<? extends V> value) {
        return assign(Assignment.of(column, value));
    }

    /**
     * Returns this update with the value of an expression for a column whose Java type is not known.
     *
     * @param column the column
     * @param value the expression
     */
    public Update<T> set(ColumnReference<Object> column, Expression<?> value) {
        return assign(Assignment.of(column, value));
    }

    /**
     * Returns this update with NULL for a column.
     *
     * @param column the column
     */
    public Update<T> setNull(SettableColumn<?> column) {
        return assign(Assignment.ofNull(column));
    }

    /**
     * Returns this update with a new value for a column, or unchanged if the value is null.
     *
     * @param column the column
     * @param value the value, or null to leave the column unchanged
     */
    public <V> Update<T> setIfPresent(SettableColumn<? extends @Nullable V> column, @Nullable V value) {
        return value == null ? this : assign(Assignment.of(column, value));
    }

    /**
     * Returns this update with a parameter for each column. The parameter has the name of the column and gets its value
     * when the statement is executed. A parameter in a condition must have another name if its value differs.
     *
     * @param columns the columns; none for all columns of the table that are not computed
     */
    public Update<T> parameters(SettableColumn<?>... columns) {
        var result = this;
        for (var column : DmlTargets.columns(parts.target, columns)) {
            result = result.assign(DmlTargets.parameter(column));
        }
        return result;
    }

    Update<T> assign(Assignment<?> assignment) {
        return changed(copy -> copy.assignments = List.copyOf(Values.put(copy.assignments, assignment)));
    }

    /**
     * Returns this update with other tables that its conditions and values read.
     *
     * @param froms the tables
     */
    public Update<T> from(FromClause... froms) {
        return reading(froms);
    }

    @Override
    public <R extends @Nullable Object> Update<R> returning(Projection<R> one) {
        return changed(copy -> copy.returning = SelectList.one(one));
    }

    @Override
    public Update<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(copy -> copy.returning(first, second, more));
    }

    /** Returns the assignments, in the order in which the columns were set. */
    public List<Assignment<?>> assignments() {
        return parts.assignments;
    }

    @Override
    public void describe(Structure out) {
        out.froms(parts.ctes);
        out.from(parts.target);
        out.assignments(parts.assignments);
        out.defaults(this);
        out.froms(parts.froms);
        out.expression(parts.conditions);
        parts.returning.describe(out);
        out.clauses(parts.clauses);
        out.options(parts.options);
    }

    @Override
    public Update<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
    }

    /** The parts of an UPDATE, modified only until the copy is passed to a new statement. */
    static final class Parts extends FilteredParts {
        private List<Assignment<?>> assignments = List.of();

        private Parts(DmlTarget target) {
            super(target);
        }

        @Override
        Parts copy() {
            return (Parts) super.copy();
        }

        @Override
        void rewrite(Rewriter rewriter) {
            assignments = Rewriter.list(assignments, rewriter::assignment);
            super.rewrite(rewriter);
        }
    }
}
