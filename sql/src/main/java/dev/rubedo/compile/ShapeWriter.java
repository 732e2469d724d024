package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Structure;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.Update;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A writer of the key of a {@link StatementShape}, in one walk. Every node describes its parts; here each is tagged
 * with its kind. In addition, the key records what the text depends on beyond the nodes: which source, parameter and
 * selected expression equals an earlier one.
 *
 * <p>Confined to one thread at a time.
 */
final class ShapeWriter extends Structure {

    private static final Object SAME = "same";
    private static final Object OPTION = "option";

    private final ShapeKey key = new ShapeKey();
    private @Nullable ShapeSources sources;
    private @Nullable StatementOption option;
    private boolean isLasting = true;
    private int depth;

    StatementShape shape() {
        return key.shape(option);
    }

    /** Returns whether another walk would find the same, because no value is made for each execution. */
    boolean isLasting() {
        return isLasting;
    }

    /**
     * Records one, because the text does not depend on options. A part of a statement cannot have any, which is
     * checked once for each shape, so a statement with such a part has another shape.
     */
    @Override
    public void options(List<StatementOption> options) {
        if (!options.isEmpty()) {
            option = options.get(0);
            if (depth > 1) {
                key.put(OPTION);
            }
        }
    }

    @Override
    public void part(Object constant) {
        key.put(constant);
    }

    @Override
    public void parts(Object one, Object other) {
        key.put(one);
        key.put(other);
    }

    @Override
    public void value(Object owner, @Nullable Object value, boolean isRequired) {
        key.value(owner, isRequired ? StatementShape.AWAITED : value);
    }

    @Override
    public void expression(Expression<?> node) {
        if (node instanceof Column<?>) {
            // the most frequent kind, distinguished from all others by its one part
            key.put(node);
            return;
        }
        key.put(node.getClass());
        node.describe(this);
    }

    @Override
    public void term(OrderTerm node) {
        key.put(node.getClass());
        node.describe(this);
    }

    @Override
    public void clause(StatementClause node) {
        key.put(node.getClass());
        node.describe(this);
    }

    @Override
    public void projection(Projection<?> node) {
        if (node instanceof RowSource source) {
            key.put(RowSource.class);
            owner(source);
        } else {
            key.put(node.getClass());
            node.describe(this);
        }
    }

    @Override
    public void projections(List<Projection<?>> nodes) {
        int size = nodes.size();
        key.put(size);
        for (int i = 0; i < size; i++) {
            projection(nodes.get(i));
            repetition(nodes, i);
        }
    }

    /**
     * Records that an expression is a repetition of the same object, because it is named after its first occurrence,
     * unlike one that is merely equal.
     */
    @SuppressWarnings("ReferenceEquality")
    private void repetition(List<Projection<?>> projections, int at) {
        if (!(projections.get(at) instanceof Expression<?> expression) || expression instanceof ColumnReference<?>) {
            return;
        }
        var inner = QueryLabels.unwrapped(expression);
        for (int i = 0; i < at; i++) {
            if (projections.get(i) instanceof Expression<?> other && QueryLabels.unwrapped(other) == inner) {
                key.put(SAME);
                key.put(i);
                return;
            }
        }
    }

    @Override
    public void from(FromClause node) {
        if (node instanceof RowSource source) {
            owner(source);
        } else {
            key.put(node.getClass());
            node.describe(this);
            if (node instanceof Join) {
                sources().equality(node, key);
            }
        }
    }

    @Override
    public void owner(RowSource source) {
        if (source instanceof TableReference || sources().isNew(source, key)) {
            key.put(source.getClass());
            source.describe(this);
        }
    }

    private ShapeSources sources() {
        var known = sources;
        if (known == null) {
            known = sources = new ShapeSources();
        }
        return known;
    }

    /**
     * The text of a user-defined expression depends on everything in it except its children, which follow. Its
     * {@code equals} compares their values too, so it is applied to a copy without them.
     */
    @Override
    protected void shell(CustomExpression<?> node) {
        key.put(node.withChildren(placeholders(node.children())));
    }

    @Override
    protected void shell(CustomClause node) {
        key.put(node.withChildren(placeholders(node.children())));
    }

    private static List<Expression<?>> placeholders(List<Expression<?>> children) {
        var placeholders = new ArrayList<Expression<?>>(children.size());
        for (var child : children) {
            boolean isOpen = child instanceof ScalarSubquery<?> subquery && !subquery.query().isResolved();
            SqlType<?> type = isOpen ? Types.UNKNOWN : child.type();
            placeholders.add(new NullValue<>(type));
        }
        return placeholders;
    }

    @Override
    protected void defaults(Statement<?> node) {
        isLasting = false;
        if (node instanceof Insert<?> insert && insert.target() instanceof Table table) {
            key.follow(node);
            ShapeDefaults.ofInsert(insert, table, this, key);
        } else if (node instanceof Update<?> update && update.target() instanceof Table table) {
            key.follow(node);
            ShapeDefaults.ofUpdate(update, table, this, key);
        }
    }

    @Override
    public void statement(Statement<?> node) {
        key.put(node.getClass());
        depth++;
        node.describe(this);
        depth--;
        if (node instanceof Select<?> s) {
            selectedTerms(s.ordering(), s.selectList(), false);
            if (!s.grouping().isEmpty() || s.distinctness().isOn()) {
                GroupedTerms.places(s).forEach(key::put);
            }
            limits(s, s.rowLimit(), s.rowOffset());
        } else if (node instanceof CompoundSelect<?> c) {
            selectedTerms(c.ordering(), first(c).selectList(), true);
            limits(c, c.rowLimit(), c.rowOffset());
        }
    }

    static Selectable<?> first(CompoundSelect<?> c) {
        var first = c.queries().get(0);
        return first instanceof CompoundSelect<?> inner ? first(inner) : first;
    }

    /**
     * Records which terms of an order are in the select list, because those are referred to by their names. Whether
     * terms that contain values are equal does not follow from their structure.
     */
    private void selectedTerms(List<OrderTerm> terms, SelectList list, boolean anyExpression) {
        for (int i = 0; i < terms.size(); i++) {
            var expression = terms.get(i).term();
            if (expression instanceof Labeled<?> || anyExpression && !(expression instanceof ColumnReference<?>)) {
                key.put(isSelected(expression, list.projections()));
            }
        }
    }

    private static boolean isSelected(Expression<?> expression, List<Projection<?>> projections) {
        for (var projection : projections) {
            boolean isSame = projection instanceof Into<?> into
                    ? isSelected(expression, into.parts())
                    : projection == expression || projection.equals(expression);
            if (isSame) {
                return true;
            }
        }
        return false;
    }

    private void limits(Object owner, @Nullable RowLimit limit, @Nullable Expression<?> offset) {
        if ((limit == null) != (offset == null)) {
            key.follow(owner);
            key.value(limit == null ? -1L : 0L);
        }
    }
}
