package dev.rubedo.sql;

import org.jspecify.annotations.Nullable;

/**
 * A walk over a tree, in the order in which it is written. Subclasses override the methods for the nodes they want to
 * see and call {@code super} to descend. Columns are leaves: the walk does not enter their sources. Confined to one
 * thread at a time.
 */
public class Walker extends Structure {
    /** Creates a walk that does nothing by itself. */
    protected Walker() {}

    @Override
    public void expression(Expression<?> node) {
        node.describe(this);
    }

    @Override
    public void projection(Projection<?> node) {
        switch (node) {
            case Expression<?> expression -> expression(expression);
            case RowSource source -> from(source);
            case UnresolvedEntity<?> entity -> from(entity);
            case Into<?> into -> into.describe(this);
        }
    }

    @Override
    public void term(OrderTerm node) {
        switch (node) {
            case Expression<?> expression -> expression(expression);
            case Ordered ordered -> ordered.describe(this);
        }
    }

    /** Walks over a from clause, including subqueries and the queries of common table expressions. */
    @Override
    public void from(FromClause node) {
        node.describe(this);
    }

    @Override
    public void statement(Statement<?> node) {
        node.describe(this);
    }

    @Override
    public void clause(StatementClause node) {
        node.describe(this);
    }

    @Override
    public final void part(Object constant) {}

    @Override
    public final void value(Object owner, @Nullable Object value, boolean isRequired) {}

    @Override
    public final void owner(RowSource source) {}
}
