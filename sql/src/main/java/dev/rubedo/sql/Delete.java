package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code DELETE} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Delete<T extends @Nullable Object> implements Statement<T> {
    private final Parts parts;

    Delete(DmlTarget target) {
        this.parts = new Parts(DmlTargets.requireTable(target, "DELETE"));
    }

    private Delete(Parts parts) {
        this.parts = parts;
    }

    private Delete<T> with(Consumer<Parts> change) {
        return changed(parts, change);
    }

    private static <R extends @Nullable Object> Delete<R> changed(Parts parts, Consumer<Parts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Delete<>(copy);
    }

    /**
     * Returns this delete with other tables that its conditions read.
     *
     * @param froms the tables
     */
    public Delete<T> using(FromClause... froms) {
        return with(copy -> copy.froms = SelectParts.append(copy.froms, froms));
    }

    /**
     * Returns this statement with additional conditions. All conditions must hold.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Delete<T> where(Expression<Boolean>... conditions) {
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
    public Delete<T> filterBy(String name, @Nullable Object value) {
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
    public <R extends @Nullable Object> Delete<R> returning(Projection<R> one) {
        return changed(parts, copy -> copy.returning = SelectList.one(one));
    }

    /**
     * Returns this statement with a {@code RETURNING} clause of several items.
     *
     * @param first an item
     * @param second an item
     * @param more further items
     */
    public Delete<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
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
    public Delete<T> with(CommonTableExpression... more) {
        return with(copy -> copy.ctes = SelectParts.append(copy.ctes, more));
    }

    /**
     * Returns this statement with options for the ORM.
     *
     * @param more the options
     */
    public Delete<T> options(StatementOption... more) {
        return with(copy -> copy.options = SelectParts.append(copy.options, more));
    }

    /**
     * Returns this statement with clauses of one dialect.
     *
     * @param more the clauses
     */
    public Delete<T> clauses(StatementClause... more) {
        return with(copy -> copy.clauses = SelectParts.append(copy.clauses, more));
    }

    /** Returns the target table or entity. */
    public DmlTarget target() {
        return parts.target;
    }

    /** Returns the tables that {@link #using} named. */
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

    Delete<T> rewrite(Rewriter rewriter) {
        var copy = parts.copy();
        copy.target = rewriter.target(parts.target);
        copy.froms = Rewriter.list(parts.froms, rewriter::from);
        copy.conditions = rewriter.condition(parts.conditions);
        copy.returning = rewriter.selectList(parts.returning);
        copy.ctes = Rewriter.list(parts.ctes, rewriter::cte);
        copy.options = rewriter.options(parts.options);
        copy.clauses = Rewriter.list(parts.clauses, rewriter::clause);
        var changed = new Delete<T>(copy);
        return Components.areSame(changed::describe, this::describe) ? this : changed;
    }

    @Override
    public void describe(Structure out) {
        out.froms(parts.ctes);
        out.from(parts.target);
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
