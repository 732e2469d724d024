package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A transformation that creates a copy of a tree in which some nodes are replaced. Subclasses override the methods for
 * the nodes they replace and call {@code super} for everything else. A node is rebuilt only if something below it
 * changed; otherwise the same instance is returned. A source is rewritten once, however many columns refer to it. All
 * public and protected methods may be overridden. Use a new rewriter for each tree. Confined to one thread at a time.
 */
public class Rewriter {
    private final Map<Object, Object> sources = new IdentityHashMap<>();

    /** Creates a rewriter that changes nothing by itself. */
    protected Rewriter() {}

    /**
     * Rewrites an expression. Its type must not change.
     *
     * @param node the expression
     */
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        return node instanceof Condition condition ? typed(condition(condition)) : node.rewrite(this);
    }

    // A condition is an expression of type Boolean, and so is what replaces it.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Expression<T> typed(Condition condition) {
        return (Expression<T>) condition;
    }

    /**
     * Returns the column of a rewritten source that corresponds to a column of the original source. By default this is
     * the column at the same position or, if the position is not known, the one for the same rewritten original.
     *
     * @param column the original column
     * @param source the rewritten source
     */
    protected <T extends @Nullable Object> ColumnReference<T> rebased(DerivedColumn<T> column, RowSource source) {
        var original = column.original() == null ? null : expression(column.original());
        if (column.position() < 0 && original != null) {
            return typed(source.column(original));
        }
        return new DerivedColumn<>(source, column.position(), column.name(), column.type(), original);
    }

    // The column for an expression of type T has type T.
    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> ColumnReference<T> typed(ColumnReference<?> column) {
        return (ColumnReference<T>) column;
    }

    /**
     * Rewrites a condition.
     *
     * @param node the condition
     */
    public Condition condition(Condition node) {
        return node.rewrite(this);
    }

    /**
     * Rewrites a window.
     *
     * @param node the window
     */
    public Window window(Window node) {
        var partition = expressions(node.partition());
        var ordering = list(node.ordering(), this::orderTerm);
        var frame = node.frame();
        if (frame != null) {
            var start = bound(frame.start());
            var end = bound(frame.end());
            if (!same(start, frame.start()) || !same(end, frame.end())) {
                frame = new Frame(frame.unit(), start, end, frame.exclusion());
            }
        }
        return same(partition, node.partition()) && same(ordering, node.ordering()) && same(frame, node.frame())
                ? node
                : new Window(partition, ordering, frame);
    }

    private FrameBound bound(FrameBound bound) {
        if (bound.offset() == null) {
            return bound;
        }
        var offset = expression(bound.offset());
        return same(offset, bound.offset()) ? bound : new FrameBound(bound.kind(), offset);
    }

    /**
     * Rewrites a term of {@code ORDER BY}.
     *
     * @param node the term
     */
    public OrderTerm orderTerm(OrderTerm node) {
        return node instanceof Expression<?> expression ? expression(expression) : node.rewrite(this);
    }

    /**
     * Rewrites a projection. The type of its value must not change.
     *
     * @param node the projection
     */
    public Projection<?> projection(Projection<?> node) {
        return switch (node) {
            case Expression<?> expression -> expression(expression);
            case Into<?> into -> into.rewrite(this);
            case RowSource source -> source(source);
            case UnresolvedEntity<?> entity -> entity.rewrite(this);
        };
    }

    /**
     * Rewrites a select list.
     *
     * @param node the list
     */
    public SelectList selectList(SelectList node) {
        var changed = list(node.projections(), this::projection);
        return same(changed, node.projections()) ? node : new SelectList(changed, node.isSingle());
    }

    /**
     * Rewrites a from clause.
     *
     * @param node the from clause
     */
    public FromClause from(FromClause node) {
        return node instanceof RowSource source ? source(source) : node.rewrite(this);
    }

    /**
     * Rewrites a source, once for each instance.
     *
     * @param node the source
     */
    public RowSource source(RowSource node) {
        var known = sources.get(node);
        if (known != null) {
            return (RowSource) known;
        }
        var changed = newSource(node);
        sources.put(node, changed);
        return changed;
    }

    /**
     * Rewrites a source that has not been rewritten before.
     *
     * @param node the source
     */
    protected RowSource newSource(RowSource node) {
        return node.rewrite(this);
    }

    /**
     * Rewrites a statement.
     *
     * @param node the statement
     */
    public <T extends @Nullable Object> Statement<T> statement(Statement<T> node) {
        return node instanceof Selectable<T> query ? query(query) : node.rewrite(this);
    }

    /**
     * Rewrites a query.
     *
     * @param node the query
     */
    public <T extends @Nullable Object> Selectable<T> query(Selectable<T> node) {
        return node.rewrite(this);
    }

    /**
     * Rewrites the parameters of a text. They must remain parameters with the same names, by which the text refers to
     * them.
     */
    List<BindParameter<?>> parameters(List<BindParameter<?>> nodes) {
        return list(nodes, node -> {
            if (expression(node) instanceof BindParameter<?> changed && changed.name().equals(node.name())) {
                return changed;
            }
            throw new IllegalStateException(
                    "Only a parameter of the same name can replace the parameter \"" + node.name() + "\" of a text.");
        });
    }

    /**
     * Rewrites the options of a statement. By default they are kept.
     *
     * @param options the options
     */
    protected List<StatementOption> options(List<StatementOption> options) {
        return options;
    }

    /**
     * Rewrites a clause of a dialect.
     *
     * @param node the clause
     */
    public StatementClause clause(StatementClause node) {
        return node.rewrite(this);
    }

    /**
     * Rewrites a column that is assigned a value. The result must be a column.
     *
     * @param node the column
     */
    public <T extends @Nullable Object> SettableColumn<T> column(SettableColumn<T> node) {
        if (expression(node) instanceof SettableColumn<T> column) {
            return column;
        }
        throw new IllegalStateException("Only a column can be assigned a value: " + node.name());
    }

    /**
     * Rewrites the target of a statement. The result must be a table.
     *
     * @param node the table or entity
     */
    public DmlTarget target(DmlTarget node) {
        if (from(node) instanceof DmlTarget target) {
            return target;
        }
        throw new IllegalStateException("Only a table can be changed: " + node);
    }

    /**
     * Rewrites a join that is not yet resolved.
     *
     * @param node the join
     */
    public JoinStep joinStep(JoinStep node) {
        var left = node.left() == null ? null : from(node.left());
        var right = node.right() == null ? null : from(node.right());
        var on = node.on() == null ? null : condition(node.on());
        return same(left, node.left()) && same(right, node.right()) && same(on, node.on())
                ? node
                : new JoinStep(left, right, node.relationship(), node.kind(), on);
    }

    CommonTableExpression cte(CommonTableExpression node) {
        return (CommonTableExpression) source(node);
    }

    RowLimit rowLimit(RowLimit node) {
        var count = expression(node.count());
        return same(count, node.count()) ? node : new RowLimit(count, node.form());
    }

    RowLock rowLock(RowLock node) {
        var tables = list(node.tables(), this::from);
        return same(tables, node.tables()) ? node : new RowLock(node.strength(), node.waiting(), tables);
    }

    /** Rewrites a row of an INSERT. */
    protected Values values(Values node) {
        var changed = list(node.assignments(), this::assignment);
        return same(changed, node.assignments()) ? node : new Values(changed);
    }

    Assignment<?> assignment(Assignment<?> node) {
        var column = column(node.column());
        var value = expression(node.value());
        return same(column, node.column()) && same(value, node.value()) ? node : new Assignment<>(column, value);
    }

    ConflictClause conflict(ConflictClause node) {
        var columns = Rewriter.<SettableColumn<?>>list(node.columns(), this::column);
        var condition = condition(node.indexCondition());
        var update = node.update();
        if (update != null) {
            var assignments = Rewriter.<Assignment<?>>list(update.assignments(), this::assignment);
            var only = condition(update.condition());
            if (!same(assignments, update.assignments()) || !same(only, update.condition())) {
                update = new ConflictUpdate(assignments, only);
            }
        }
        return same(columns, node.columns()) && same(condition, node.indexCondition()) && same(update, node.update())
                ? node
                : new ConflictClause(columns, node.constraint(), condition, update);
    }

    /**
     * Rewrites a list of expressions. Returns the same list if none changes.
     *
     * @param nodes the expressions
     */
    protected final List<Expression<?>> expressions(List<Expression<?>> nodes) {
        return list(nodes, this::expression);
    }

    /** Returns the same list if no element changes. */
    static <E> List<E> list(List<E> nodes, UnaryOperator<E> change) {
        List<E> result = null;
        for (int i = 0; i < nodes.size(); i++) {
            E before = nodes.get(i);
            E after = change.apply(before);
            if (result == null && !same(after, before)) {
                result = new ArrayList<>(nodes);
            }
            if (result != null) {
                result.set(i, after);
            }
        }
        return result == null ? nodes : List.copyOf(result);
    }

    /** Returns whether both are the same instance; {@code equals} compares nodes by structure. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == other;
    }

    static boolean sameElements(List<? extends @Nullable Object> some, List<? extends @Nullable Object> others) {
        for (int i = 0; i < some.size(); i++) {
            if (!same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return some.size() == others.size();
    }
}
