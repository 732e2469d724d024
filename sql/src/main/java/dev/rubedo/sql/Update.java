package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code UPDATE} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Update<T extends @Nullable Object> implements Statement<T> {
    private final Parts parts;

    Update(DmlTarget target) {
        this.parts = new Parts(DmlTargets.requireTable(target, "UPDATE"));
    }

    private Update(Parts parts) {
        this.parts = parts;
    }

    private Update<T> with(Consumer<Parts> change) {
        return changed(parts, change);
    }

    private static <R extends @Nullable Object> Update<R> changed(Parts parts, Consumer<Parts> change) {
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
     * @param value the value, or null to leave the column alone
     */
    public <V> Update<T> setIfPresent(SettableColumn<? extends @Nullable V> column, @Nullable V value) {
        return value == null ? this : assign(Assignment.of(column, value));
    }

    private Update<T> assign(Assignment<?> assignment) {
        return with(copy -> copy.assignments = List.copyOf(Values.put(copy.assignments, assignment)));
    }

    /**
     * Returns this update with other tables that its conditions and values read.
     *
     * @param froms the tables
     */
    public Update<T> from(FromClause... froms) {
        return with(copy -> copy.froms = SelectParts.append(copy.froms, froms));
    }

    /**
     * Returns this statement with additional conditions. All conditions must hold.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Update<T> where(Expression<Boolean>... conditions) {
        return with(copy -> copy.conditions = Junction.all(copy.conditions, conditions));
    }

    /**
     * Returns this statement with an equality condition on the column of that name.
     *
     * @param name the name of a column or of an entity attribute
     * @param value the value; null for {@code IS NULL}
     * @throws dev.rubedo.error.AmbiguousColumnException if several columns have that name
     * @throws dev.rubedo.error.InvalidStatementException if no column has that name
     */
    public Update<T> filterBy(String name, @Nullable Object value) {
        var sources = new ArrayList<FromClause>();
        sources.add(parts.target);
        sources.addAll(parts.froms);
        return where(FilterBy.condition(sources, name, value));
    }

    /**
     * Returns this statement with a {@code RETURNING} clause of one item.
     *
     * @param one the item; a table for a row of all its columns
     */
    public <R extends @Nullable Object> Update<R> returning(Projection<R> one) {
        return changed(parts, copy -> copy.returning = SelectList.one(one));
    }

    /**
     * Returns this statement with a {@code RETURNING} clause of several items.
     *
     * @param first an item
     * @param second an item
     * @param more further items
     */
    public Update<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(parts,
                copy -> copy.returning = SelectList.many(SelectParts.append(List.of(first, second), more)));
    }

    /**
     * Returns this statement, which must have {@code RETURNING}, as a common table expression.
     *
     * @param name its name
     */
    public CommonTableExpression cte(String name) {
        return CommonTableExpressions.of(AliasName.of(name), this);
    }

    /**
     * Returns this statement with common table expressions that are written even if nothing uses them.
     *
     * @param more the expressions
     */
    public Update<T> with(CommonTableExpression... more) {
        return with(copy -> copy.ctes = SelectParts.append(copy.ctes, more));
    }

    /**
     * Returns this statement with options for the ORM.
     *
     * @param more the options
     */
    public Update<T> options(StatementOption... more) {
        return with(copy -> copy.options = SelectParts.append(copy.options, more));
    }

    /**
     * Returns this statement with clauses of one dialect.
     *
     * @param more the clauses
     */
    public Update<T> clauses(StatementClause... more) {
        return with(copy -> copy.clauses = SelectParts.append(copy.clauses, more));
    }

    /** Returns what is changed. */
    public DmlTarget target() {
        return parts.target;
    }

    /** Returns the columns and their new values, in the order in which they were set. */
    public List<Assignment<?>> assignments() {
        return parts.assignments;
    }

    /** Returns the tables that {@link #from} named. */
    public List<FromClause> explicitFroms() {
        return parts.froms;
    }

    /** Returns the {@code WHERE}; {@link NoCondition} for none. */
    public Condition conditions() {
        return parts.conditions;
    }

    @Override
    public SelectList selectList() {
        return parts.returning;
    }

    @Override
    public List<CommonTableExpression> ctes() {
        return parts.ctes;
    }

    @Override
    public List<StatementOption> statementOptions() {
        return parts.options;
    }

    /** Returns the dialect-specific clauses. */
    public List<StatementClause> dialectClauses() {
        return parts.clauses;
    }

    Update<T> rewrite(Rewriter rewriter) {
        var copy = parts.copy();
        copy.target = rewriter.target(parts.target);
        copy.assignments = Rewriter.list(parts.assignments, rewriter::assignment);
        copy.froms = Rewriter.list(parts.froms, rewriter::from);
        copy.conditions = rewriter.condition(parts.conditions);
        copy.returning = rewriter.selectList(parts.returning);
        copy.ctes = Rewriter.list(parts.ctes, rewriter::cte);
        copy.options = rewriter.options(parts.options);
        copy.clauses = Rewriter.list(parts.clauses, rewriter::clause);
        var changed = new Update<T>(copy);
        return Components.areSame(changed::describe, this::describe) ? this : changed;
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
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }

    /** Written only until the copy is handed to a new statement. */
    private static final class Parts implements Cloneable {
        private DmlTarget target;
        private List<Assignment<?>> assignments = List.of();
        private List<FromClause> froms = List.of();
        private Condition conditions = NoCondition.NONE;
        private SelectList returning = SelectList.NONE;
        private List<CommonTableExpression> ctes = List.of();
        private List<StatementOption> options = List.of();
        private List<StatementClause> clauses = List.of();

        private Parts(DmlTarget target) {
            this.target = target;
        }

        private Parts copy() {
            try {
                return (Parts) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
