package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A {@code SELECT} statement. Each method returns a new one. The tables in {@code FROM} are derived from the columns in
 * the select list and in {@code WHERE}; {@link #from} adds tables explicitly. Immutable.
 *
 * @param <T> the type of each row: that of the single item selected, or {@link Row}
 */
public final class Select<T extends @Nullable Object> extends OrderedQuery<Select<T>>
        implements Selectable<T> {
    private final SelectParts parts;

    Select(SelectList list) {
        this(new SelectParts(list));
    }

    private Select(SelectParts parts) {
        this.parts = parts;
    }

    @Override
    Select<T> self() {
        return this;
    }

    @Override
    SelectParts parts() {
        return parts;
    }

    @Override
    Select<T> of(StatementParts changed) {
        return new Select<>((SelectParts) changed);
    }

    private <R extends @Nullable Object> Select<R> changed(Consumer<SelectParts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Select<>(copy);
    }

    /**
     * Returns this select with more columns at the end of its select list.
     *
     * @param more the items to add
     */
    public Select<Row> addColumns(Projection<?>... more) {
        return changed(copy -> copy.list = SelectList.many(SelectParts.append(parts.list.projections(), more)));
    }

    /**
     * Returns this select with another select list. Tables that only the former columns brought into {@code FROM} are
     * removed with them.
     *
     * @param one the item to select
     */
    public <R extends @Nullable Object> Select<R> columns(Projection<R> one) {
        return changed(copy -> copy.list = SelectList.one(one));
    }

    /**
     * Returns this select with another select list. Tables that only the former columns brought into {@code FROM} are
     * removed with them.
     *
     * @param first an item to select
     * @param second an item to select
     * @param more further items
     */
    public Select<Row> columns(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(copy -> copy.list = SelectList.many(SelectParts.append(List.of(first, second), more)));
    }

    Select<Row> columns(List<? extends Projection<?>> items) {
        return changed(copy -> copy.list = SelectList.many(items));
    }

    /**
     * Returns this select with tables in its {@code FROM} clause, in this order and before those that are derived from
     * columns.
     *
     * @param froms the tables
     */
    public Select<T> from(FromClause... froms) {
        return changed(copy -> copy.froms = SelectParts.append(copy.froms, froms));
    }

    /**
     * Returns this select joined with a table. The condition is derived from the single foreign key between them; a
     * lateral subquery needs none.
     *
     * @param right the table
     */
    public Select<T> join(FromClause right) {
        return join(null, right, Join.Kind.INNER, null);
    }

    /**
     * Returns this select joined with a table.
     *
     * @param right the table
     * @param on the condition
     */
    public Select<T> join(FromClause right, Condition on) {
        return join(null, right, Join.Kind.INNER, on);
    }

    /**
     * Returns this select joined along a relationship.
     *
     * @param relationship the relationship
     */
    public Select<T> join(UnresolvedJoin relationship) {
        return join(new JoinStep(null, null, relationship, Join.Kind.INNER, null));
    }

    /**
     * Returns this select joined along a relationship, with one more condition.
     *
     * @param relationship the relationship
     * @param and an additional condition
     */
    public Select<T> join(UnresolvedJoin relationship, Condition and) {
        return join(new JoinStep(null, null, relationship, Join.Kind.INNER, and));
    }

    /**
     * Returns this select joined with a table; rows without a match there are kept. The condition is derived from the
     * single foreign key between them; a lateral subquery needs none.
     *
     * @param right the table
     */
    public Select<T> leftJoin(FromClause right) {
        return join(null, right, Join.Kind.LEFT, null);
    }

    /**
     * Returns this select joined with a table; rows without a match there are kept.
     *
     * @param right the table
     * @param on the condition
     */
    public Select<T> leftJoin(FromClause right, Condition on) {
        return join(null, right, Join.Kind.LEFT, on);
    }

    /**
     * Returns this select joined along a relationship; rows without a match there are kept.
     *
     * @param relationship the relationship
     */
    public Select<T> leftJoin(UnresolvedJoin relationship) {
        return join(new JoinStep(null, null, relationship, Join.Kind.LEFT, null));
    }

    /**
     * Returns this select joined along a relationship, with one more condition; rows without a match there are kept.
     *
     * @param relationship the relationship
     * @param and an additional condition
     */
    public Select<T> leftJoin(UnresolvedJoin relationship, Condition and) {
        return join(new JoinStep(null, null, relationship, Join.Kind.LEFT, and));
    }

    /**
     * Returns this select joined with a table; rows without a match on either side are kept. The condition is derived
     * from the single foreign key between them; a lateral subquery needs none.
     *
     * @param right the table
     */
    public Select<T> fullJoin(FromClause right) {
        return join(null, right, Join.Kind.FULL, null);
    }

    /**
     * Returns this select joined with a table; rows without a match on either side are kept.
     *
     * @param right the table
     * @param on the condition
     */
    public Select<T> fullJoin(FromClause right, Condition on) {
        return join(null, right, Join.Kind.FULL, on);
    }

    /**
     * Returns this select joined along a relationship; rows without a match on either side are kept.
     *
     * @param relationship the relationship
     */
    public Select<T> fullJoin(UnresolvedJoin relationship) {
        return join(new JoinStep(null, null, relationship, Join.Kind.FULL, null));
    }

    /**
     * Returns this select joined along a relationship, with one more condition; rows without a match on either side are
     * kept.
     *
     * @param relationship the relationship
     * @param and an additional condition
     */
    public Select<T> fullJoin(UnresolvedJoin relationship, Condition and) {
        return join(new JoinStep(null, null, relationship, Join.Kind.FULL, and));
    }

    /**
     * Returns this select joined with a table from a given left side. The condition is derived from the single foreign
     * key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public Select<T> joinFrom(FromClause left, FromClause right) {
        return join(left, right, Join.Kind.INNER, null);
    }

    /**
     * Returns this select joined with a table from a given left side.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public Select<T> joinFrom(FromClause left, FromClause right, Condition on) {
        return join(left, right, Join.Kind.INNER, on);
    }

    /**
     * Returns this select joined with a table from a given left side; rows without a match there are kept. The
     * condition is derived from the single foreign key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public Select<T> leftJoinFrom(FromClause left, FromClause right) {
        return join(left, right, Join.Kind.LEFT, null);
    }

    /**
     * Returns this select joined with a table from a given left side; rows without a match there are kept.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public Select<T> leftJoinFrom(FromClause left, FromClause right, Condition on) {
        return join(left, right, Join.Kind.LEFT, on);
    }

    /**
     * Returns this select joined with a table from a given left side; rows without a match on either side are kept. The
     * condition is derived from the single foreign key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public Select<T> fullJoinFrom(FromClause left, FromClause right) {
        return join(left, right, Join.Kind.FULL, null);
    }

    /**
     * Returns this select joined with a table from a given left side; rows without a match on either side are kept.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public Select<T> fullJoinFrom(FromClause left, FromClause right, Condition on) {
        return join(left, right, Join.Kind.FULL, on);
    }

    private Select<T> join(@Nullable FromClause left, FromClause right, Join.Kind kind, @Nullable Condition on) {
        return join(new JoinStep(left, Objects.requireNonNull(right, "right"), null, kind, on));
    }

    private Select<T> join(JoinStep step) {
        return changed(copy -> copy.joins = SelectParts.append(copy.joins, step));
    }

    /**
     * Returns this select with additional conditions. All conditions must hold.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Select<T> where(Expression<Boolean>... conditions) {
        return changed(copy -> copy.conditions = Junction.all(copy.conditions, conditions));
    }

    /**
     * Returns this select with an equality condition on the column of that name, which is looked up in everything the
     * statement selects from.
     *
     * @param name the name of a column or of an entity attribute
     * @param value the value; null for {@code IS NULL}
     * @throws dev.rubedo.error.AmbiguousColumnException if several columns have that name
     * @throws dev.rubedo.error.InvalidStatementException if no column has that name
     */
    public Select<T> filterBy(String name, @Nullable Object value) {
        return where(FilterBy.condition(FilterBy.sources(this), name, value));
    }

    /**
     * Returns this select with a {@code GROUP BY}.
     *
     * @param keys the grouping expressions, added to those given before
     */
    public Select<T> groupBy(Expression<?>... keys) {
        return changed(copy -> copy.grouping = SelectParts.append(copy.grouping, keys));
    }

    /**
     * Returns this select without the columns whose value another one of its columns has too: because a foreign key
     * refers to that column, or because a condition or join says that they are equal.
     */
    public Select<Row> reducedColumns() {
        return columns(ReducedColumns.of(this));
    }

    /** Returns this select without a {@code GROUP BY}. Conditions on groups are kept. */
    public Select<T> ungrouped() {
        return changed(copy -> copy.grouping = List.of());
    }

    /**
     * Returns this select with conditions on its groups. All conditions must hold.
     *
     * @param conditions the conditions
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Select<T> having(Expression<Boolean>... conditions) {
        return changed(copy -> copy.groupConditions = Junction.all(copy.groupConditions, conditions));
    }

    /**
     * Returns the rows after a key, for keyset pagination instead of {@code OFFSET}. The terms of {@code orderBy} must
     * identify rows uniquely. A term that may be NULL must specify {@code nullsFirst()} or {@code nullsLast()}.
     *
     * @param key the values of the terms of {@code orderBy} in the last row seen, in their order
     */
    public Select<T> after(@Nullable Object... key) {
        return where(Keyset.after(ordering(), Arrays.asList(key)));
    }

    /**
     * Returns the rows before a key, nearest first. The order is reversed, so reverse the page after reading it.
     *
     * @param key the values of the terms of {@code orderBy} in the first row seen, in their order
     */
    public Select<T> before(@Nullable Object... key) {
        var turned = Keyset.reversed(ordering());
        return where(Keyset.after(turned, Arrays.asList(key))).changed(copy -> copy.ordering = turned);
    }

    /** Returns this select without duplicate rows. */
    public Select<T> distinct() {
        if (!parts.distinct.columns().isEmpty()) {
            throw new IllegalStateException("distinct(): the select has distinctOn(...) already. Use one of the two.");
        }
        return changed(copy -> copy.distinct = new Distinct(true, List.of()));
    }

    /**
     * Returns this select with {@code DISTINCT ON (...)}: of the rows that are equal in some columns, only the first in
     * the order of the query is kept.
     *
     * @param on the columns
     */
    public Select<T> distinctOn(Expression<?>... on) {
        return changed(copy -> copy.distinct = new Distinct(true, SelectParts.append(copy.distinct.columns(), on)));
    }

    /** Returns this select with an exclusive lock on its rows. */
    public Select<T> forUpdate() {
        return forUpdate(UnaryOperator.identity());
    }

    /**
     * Returns this select with an exclusive lock on its rows.
     *
     * @param lock refines the lock
     */
    public Select<T> forUpdate(UnaryOperator<RowLock> lock) {
        return changed(copy -> copy.lock = lock.apply(RowLock.of(RowLock.Strength.UPDATE)));
    }

    /** Returns this select with a shared lock on its rows. */
    public Select<T> forShare() {
        return forShare(UnaryOperator.identity());
    }

    /**
     * Returns this select with a shared lock on its rows.
     *
     * @param lock refines the lock
     */
    public Select<T> forShare(UnaryOperator<RowLock> lock) {
        return changed(copy -> copy.lock = lock.apply(RowLock.of(RowLock.Strength.SHARE)));
    }

    /**
     * Returns this select with only these tables correlated to the enclosing query; none if the list is empty.
     *
     * @param froms the tables
     */
    public Select<T> correlate(FromClause... froms) {
        return changed(copy -> copy.correlation = copy.correlation.and(Correlation.Mode.ONLY, froms));
    }

    /**
     * Returns this select with every table of the enclosing query correlated except these.
     *
     * @param froms the tables
     */
    public Select<T> correlateExcept(FromClause... froms) {
        return changed(copy -> copy.correlation = copy.correlation.and(Correlation.Mode.EXCEPT, froms));
    }

    @Override
    public SelectList selectList() {
        return parts.list;
    }

    /** Returns the treatment of duplicate rows. */
    public Distinct distinctness() {
        return parts.distinct;
    }

    /** Returns the tables that were named by {@link #from}. */
    public List<FromClause> explicitFroms() {
        return parts.froms;
    }

    /**
     * Returns this select with its joins replaced, for statement planners.
     *
     * @param steps the joins, in order
     */
    public Select<T> withJoins(List<JoinStep> steps) {
        return changed(copy -> copy.joins = List.copyOf(steps));
    }

    /**
     * Returns this select with another label style.
     *
     * @param style how columns are named
     */
    public Select<T> labelStyle(LabelStyle style) {
        return changed(copy -> copy.labelStyle = Objects.requireNonNull(style, "style"));
    }

    /** Returns how columns are named. */
    public LabelStyle labelStyle() {
        return parts.labelStyle;
    }

    /** Returns the joins, in the order in which they were requested. */
    public List<JoinStep> joins() {
        return parts.joins;
    }

    /**
     * Returns the {@code FROM} list without correlation to an enclosing statement: named tables first, joins in their
     * places, then the sources that are derived from columns.
     *
     * @throws dev.rubedo.error.CompileException if a join cannot be resolved
     */
    public List<FromClause> froms() {
        return FromList.of(this);
    }

    /** Returns the condition of the {@code WHERE} clause; {@link NoCondition} for none. */
    public Condition conditions() {
        return parts.conditions;
    }

    /** Returns the expressions of the {@code GROUP BY} clause; possibly empty. */
    public List<Expression<?>> grouping() {
        return parts.grouping;
    }

    /** Returns the condition of the {@code HAVING} clause; {@link NoCondition} for none. */
    public Condition groupConditions() {
        return parts.groupConditions;
    }

    /** Returns this select for counting its rows, without an order and columns that do not affect their number. */
    Select<?> counted() {
        return isCounted() ? rowsOnly(SelectList.one(Sql.literalColumn("1", Types.INTEGER).as("one"))) : withoutOrder();
    }

    /** Returns this select with {@code count(*)} in place of its columns, or null if counting requires a subquery. */
    @Nullable
    Select<Long> countedInPlace() {
        boolean isPlain = parts.limit == null && parts.offset == null && parts.lock == null;
        return isPlain && isCounted() ? rowsOnly(SelectList.one(Functions.count())) : null;
    }

    private Select<?> withoutOrder() {
        boolean isOrderOnly = parts.limit == null && parts.offset == null && parts.distinct.columns().isEmpty();
        return isOrderOnly ? unordered() : this;
    }

    /** Returns whether the columns are only read, so that the number of rows does not depend on them. */
    private boolean isCounted() {
        boolean isNeeded = parts.distinct.isOn() || !parts.grouping.isEmpty()
                || parts.groupConditions != NoCondition.NONE
                || !isResolved() || columns().size() < 2
                || !columns().stream().allMatch(ColumnReference.class::isInstance);
        return !isNeeded;
    }

    private <R extends @Nullable Object> Select<R> rowsOnly(SelectList list) {
        return withoutOrder().changed(copy -> {
            copy.list = list;
            copy.froms = froms();
            copy.joins = List.of();
        });
    }

    /** Returns the lock, or null for none. */
    public @Nullable RowLock lock() {
        return parts.lock;
    }

    /** Returns which tables are correlated to an enclosing statement. */
    public Correlation correlation() {
        return parts.correlation;
    }

    @Override
    public void describe(Structure out) {
        parts.describe(out);
    }

    @Override
    public Select<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
    }
}
