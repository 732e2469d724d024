package dev.rubedo.sql;

import dev.rubedo.stability.Spi;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visitor of the components of a node. Each node lists its components once, in its {@code describe} method, in the
 * order in which they are written. Tree walks, the statement cache key and equality all derive from that. The visitor
 * records the kind of the node, so that no node can omit it. Confined to one thread at a time.
 */
@Spi
public abstract class Structure {
    /** Creates a structure. */
    protected Structure() {}

    /**
     * Accepts a component that is not a node and that the text depends on: an operator, a name, a type, a number of
     * elements.
     *
     * @param constant the component
     */
    public abstract void part(Object constant);

    /**
     * Accepts two components that are not nodes.
     *
     * @param one a component
     * @param other another one
     */
    public void parts(Object one, Object other) {
        part(one);
        part(other);
    }

    /**
     * Accepts a value, which does not affect the text.
     *
     * @param owner the node that the value belongs to
     * @param value the value, or null for SQL NULL
     * @param isRequired whether the value is given at execution instead
     */
    public abstract void value(Object owner, @Nullable Object value, boolean isRequired);

    /**
     * Accepts a component that affects neither the text nor the values, because only Java code uses it. Does nothing by
     * default.
     *
     * @param component the component
     */
    public void aside(Object component) {}

    /**
     * Accepts the options of a statement. By default they are components that the text does not depend on.
     *
     * @param options the options
     */
    public void options(List<StatementOption> options) {
        aside(options);
    }

    /**
     * Accepts the source that a column belongs to.
     *
     * @param source the source
     */
    public abstract void owner(RowSource source);

    /**
     * Accepts an expression.
     *
     * @param node the expression
     */
    public abstract void expression(Expression<?> node);

    /**
     * Accepts a projection.
     *
     * @param node the projection
     */
    public abstract void projection(Projection<?> node);

    /**
     * Accepts a term of {@code ORDER BY}.
     *
     * @param node the term
     */
    public abstract void term(OrderTerm node);

    /**
     * Accepts a from clause.
     *
     * @param node the from clause
     */
    public abstract void from(FromClause node);

    /**
     * Accepts a statement.
     *
     * @param node the statement
     */
    public abstract void statement(Statement<?> node);

    /**
     * Accepts a clause of a dialect.
     *
     * @param node the clause
     */
    public abstract void clause(StatementClause node);

    /**
     * Accepts everything of a custom expression except its children. Does nothing by default.
     *
     * @param node the expression
     */
    protected void shell(CustomExpression<?> node) {}

    /**
     * Accepts everything of a custom clause except its children. Does nothing by default.
     *
     * @param node the clause
     */
    protected void shell(CustomClause node) {}

    /**
     * Marks the position of values for columns that the statement does not assign. Does nothing by default.
     *
     * @param node an insert or an update
     */
    protected void defaults(Statement<?> node) {}

    /**
     * Accepts an expression that may be absent.
     *
     * @param node the expression, or null
     */
    public final void optional(@Nullable Expression<?> node) {
        part(node != null);
        if (node != null) {
            expression(node);
        }
    }

    /**
     * Accepts expressions.
     *
     * @param nodes the expressions
     */
    public final void expressions(List<? extends Expression<?>> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            expression(nodes.get(i));
        }
    }

    /**
     * Accepts the items of a select list.
     *
     * @param nodes the items
     */
    public void projections(List<Projection<?>> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            projection(nodes.get(i));
        }
    }

    final void terms(List<OrderTerm> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            term(nodes.get(i));
        }
    }

    final void froms(List<? extends FromClause> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            from(nodes.get(i));
        }
    }

    final void statements(List<? extends Statement<?>> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            statement(nodes.get(i));
        }
    }

    final void clauses(List<StatementClause> nodes) {
        int size = nodes.size();
        part(size);
        for (int i = 0; i < size; i++) {
            clause(nodes.get(i));
        }
    }

    final void assignments(List<Assignment<?>> assignments) {
        int size = assignments.size();
        part(size);
        for (int i = 0; i < size; i++) {
            assignments.get(i).describe(this);
        }
    }

    final void limits(@Nullable RowLimit limit, @Nullable Expression<?> offset) {
        part(limit != null);
        if (limit != null) {
            limit.describe(this);
        }
        optional(offset);
    }
}
