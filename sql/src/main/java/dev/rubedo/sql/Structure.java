package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What takes a node apart. Each node says once, in its {@code describe}, what it consists of, in the order in which it
 * is written; walking over a tree, the key under which a statement is cached, and equality all follow from that. The
 * kind of a node is noted by whoever takes it apart, so no node can forget it. Confined to one thread at a time.
 */
public abstract class Structure {
    /** Makes a structure. */
    protected Structure() {}

    /**
     * Takes a component that is no node and on which the text depends: an operator, a name, a type, a number of
     * elements.
     *
     * @param constant the component
     */
    public abstract void part(Object constant);

    /**
     * Takes two components that are no nodes.
     *
     * @param one a component
     * @param other another one
     */
    public void parts(Object one, Object other) {
        part(one);
        part(other);
    }

    /**
     * Takes a value, on which the text does not depend.
     *
     * @param owner the node whose value it is
     * @param value the value, or null for SQL NULL
     * @param isRequired whether the value is given at execution instead
     */
    public abstract void value(Object owner, @Nullable Object value, boolean isRequired);

    /**
     * Takes a component on which the text does not depend either: what only Java sees. Nothing is done with it unless
     * overridden.
     *
     * @param component the component
     */
    public void aside(Object component) {}

    /**
     * Takes the source that a column belongs to.
     *
     * @param source the source
     */
    public abstract void owner(RowSource source);

    /**
     * Takes an expression.
     *
     * @param node the expression
     */
    public abstract void expression(Expression<?> node);

    /**
     * Takes something selected.
     *
     * @param node what is selected
     */
    public abstract void projection(Projection<?> node);

    /**
     * Takes a term of {@code ORDER BY}.
     *
     * @param node the term
     */
    public abstract void term(OrderTerm node);

    /**
     * Takes a from clause.
     *
     * @param node the from clause
     */
    public abstract void from(FromClause node);

    /**
     * Takes a statement.
     *
     * @param node the statement
     */
    public abstract void statement(Statement<?> node);

    /**
     * Takes a clause of a dialect.
     *
     * @param node the clause
     */
    public abstract void clause(StatementClause node);

    /**
     * Takes everything of a custom expression but its children. Nothing is done with it unless overridden.
     *
     * @param node the expression
     */
    protected void shell(CustomExpression<?> node) {}

    /**
     * Takes everything of a custom clause but its children. Nothing is done with it unless overridden.
     *
     * @param node the clause
     */
    protected void shell(CustomClause node) {}

    /**
     * Says that the values of columns that a statement does not fill itself stand here. Nothing is done unless
     * overridden.
     *
     * @param node an insert or an update
     */
    protected void defaults(Statement<?> node) {}

    /**
     * Takes an expression that may be absent.
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
     * Takes expressions.
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
     * Takes the things selected.
     *
     * @param nodes what is selected
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
