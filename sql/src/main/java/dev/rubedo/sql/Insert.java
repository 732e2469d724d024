package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code INSERT} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Insert<T extends @Nullable Object> extends ComposedStatement<Insert<T>>
        implements DmlStatement<T> {
    private final Parts parts;

    Insert(DmlTarget target) {
        this(new Parts(DmlTargets.requireTable(target, "INSERT")));
    }

    private Insert(Parts parts) {
        this.parts = parts;
    }

    @Override
    Insert<T> self() {
        return this;
    }

    @Override
    Parts parts() {
        return parts;
    }

    @Override
    Insert<T> of(StatementParts changed) {
        return new Insert<>((Parts) changed);
    }

    private <R extends @Nullable Object> Insert<R> changed(Consumer<Parts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Insert<>(copy);
    }

    /**
     * Returns this statement with a value in its single row. Repeated calls fill the same row, each column once.
     *
     * @param column the column
     * @param value the value, or null for SQL NULL
     */
    public <V extends @Nullable Object> Insert<T> values(SettableColumn<V> column, V value) {
        return row(Assignment.of(column, value));
    }

    /**
     * Returns this insert with the value of an expression in its single row.
     *
     * @param column the column
     * @param value the expression
     */
    public <V extends @Nullable Object> Insert<T> values(SettableColumn<V> column, Expression<? extends V> value) {
        return row(Assignment.of(column, value));
    }

    /**
     * Returns this insert with the value of an expression for a column whose Java type is not known.
     *
     * @param column the column
     * @param value the expression
     */
    public Insert<T> values(ColumnReference<Object> column, Expression<?> value) {
        return row(Assignment.of(column, value));
    }

    /**
     * Returns this insert with values in its single row.
     *
     * @param column1 column 1
     * @param value1 its value
     * @param column2 column 2
     * @param value2 its value
     */
    public <V1 extends @Nullable Object, V2 extends @Nullable Object> Insert<T> values(SettableColumn<V1> column1,
            V1 value1, SettableColumn<V2> column2, V2 value2) {
        return this.values(column1, value1).values(column2, value2);
    }

    /**
     * Returns this insert with values in its single row.
     *
     * @param column1 column 1
     * @param value1 its value
     * @param column2 column 2
     * @param value2 its value
     * @param column3 column 3
     * @param value3 its value
     */
    public <V1 extends @Nullable Object, V2 extends @Nullable Object, V3 extends @Nullable Object> Insert<T> values(
            SettableColumn<V1> column1, V1 value1, SettableColumn<V2> column2, V2 value2, SettableColumn<V3> column3,
            V3 value3) {
        return this.values(column1, value1).values(column2, value2).values(column3, value3);
    }

    /**
     * Returns this insert with values in its single row.
     *
     * @param column1 column 1
     * @param value1 its value
     * @param column2 column 2
     * @param value2 its value
     * @param column3 column 3
     * @param value3 its value
     * @param column4 column 4
     * @param value4 its value
     */
    public <V1 extends @Nullable Object, V2 extends @Nullable Object, V3 extends @Nullable Object, V4 extends @Nullable Object> Insert<T> values(
            SettableColumn<V1> column1, V1 value1, SettableColumn<V2> column2, V2 value2, SettableColumn<V3> column3,
            V3 value3, SettableColumn<V4> column4, V4 value4) {
        return this.values(column1, value1).values(column2, value2).values(column3, value3).values(column4, value4);
    }

    /**
     * Returns this insert with NULL in its single row.
     *
     * @param column the column
     */
    public Insert<T> setNull(SettableColumn<?> column) {
        return row(Assignment.ofNull(column));
    }

    private Insert<T> row(Assignment<?> assignment) {
        requireTarget(assignment.column());
        if (parts.query != null || parts.rows.size() > 1) {
            throw new IllegalStateException("values() fills the one row of an insert; this one has "
                    + (parts.query != null ? "a query" : parts.rows.size() + " rows"));
        }
        var row = parts.rows.isEmpty() ? Values.EMPTY : parts.rows.get(0);
        if (row.columns().contains(assignment.column())) {
            throw new IllegalStateException("values(): column \"" + assignment.column().name()
                    + "\" has a value already. Repeated calls fill the same row; use rows(...) for several rows");
        }
        return changed(copy -> copy.rows = List.of(new Values(Values.put(row.assignments(), assignment))));
    }

    /**
     * Returns this insert with more rows. All rows have the same columns.
     *
     * @param rows the rows
     * @throws IllegalArgumentException if a row does not have the same columns as the first
     */
    public Insert<T> rows(List<Values> rows) {
        if (parts.query != null) {
            throw new IllegalStateException("This INSERT has a query; rows cannot be added");
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows(): the list is empty. Without rows the INSERT would add one row "
                    + "of defaults: do not execute it, or use insertInto(...) alone if that is meant");
        }
        var all = new ArrayList<>(parts.rows);
        all.addAll(rows);
        all.get(0).columns().forEach(this::requireTarget);
        requireSameColumns(all);
        return changed(copy -> copy.rows = List.copyOf(all));
    }

    /**
     * Returns this insert with one row for each source.
     *
     * @param sources the objects to create rows from
     * @param mapping fills a row from a source: {@code (row, p) -> row.set(users.name, p.name())}
     */
    public <S> Insert<T> rows(Collection<S> sources, BiFunction<Values, S, Values> mapping) {
        return rows(sources.stream().map(source -> mapping.apply(Values.EMPTY, source)).toList());
    }

    /**
     * Returns this insert with the rows of a query. Numbers with fractions are rounded for integer columns.
     *
     * @param query the query
     * @param columns the columns to fill, in the order of the query's columns
     */
    public Insert<T> fromSelect(Selectable<?> query, SettableColumn<?>... columns) {
        if (!parts.rows.isEmpty()) {
            throw new IllegalStateException("This INSERT has values; it cannot take rows from a query");
        }
        if (parts.query != null) {
            throw new IllegalStateException("This INSERT takes rows from a query already. Combine both by union(...).");
        }
        if (columns.length > 0 && query.isResolved() && query.columns().size() != columns.length) {
            throw new IllegalArgumentException(
                    "fromSelect(): " + columns.length + " columns are to be filled from a query with "
                            + query.columns().size());
        }
        List.of(columns).forEach(this::requireTarget);
        return changed(copy -> {
            copy.query = RoundedQuery.of(query, List.of(columns));
            copy.columns = List.of(columns);
        });
    }

    /**
     * Returns this insert with a parameter for each column in its single row. The parameter has the name of the column
     * and gets its value when the statement is executed.
     *
     * @param columns the columns; none for all columns of the table that are not computed
     */
    public Insert<T> parameters(SettableColumn<?>... columns) {
        var result = this;
        for (var column : DmlTargets.columns(parts.target, columns)) {
            result = result.row(DmlTargets.parameter(column));
        }
        return result;
    }

    /**
     * Returns this insert without the defaults of the columns that it does not fill, as if they were declared without
     * them. Defaults of the database still apply. Mainly for {@link #fromSelect}.
     */
    public Insert<T> withoutDefaults() {
        return changed(copy -> copy.isWithoutDefaults = true);
    }

    /** Returns whether the columns that this insert does not fill get no defaults. */
    public boolean isWithoutDefaults() {
        return parts.isWithoutDefaults;
    }

    /**
     * Returns this statement with a {@code RETURNING} clause that returns rows in the order of the given rows. Dialects
     * of databases that do not guarantee this reject it.
     */
    public Insert<T> returningInOrder() {
        return changed(copy -> copy.isInOrder = true);
    }

    /** Returns whether {@code RETURNING} returns rows in the order of the given rows. */
    public boolean isReturningInOrder() {
        return parts.isInOrder;
    }

    /**
     * Starts an {@code ON CONFLICT} clause.
     *
     * @param columns the columns of the unique key in conflict; none for any key, if the database allows it
     */
    public OnConflict<T> onConflict(SettableColumn<?>... columns) {
        return new OnConflict<>(this, List.of(columns), "", NoCondition.NONE);
    }

    /**
     * Starts an {@code ON CONFLICT} clause.
     *
     * @param constraint the name of the unique constraint in conflict
     */
    public OnConflict<T> onConflictOfConstraint(String constraint) {
        return new OnConflict<>(this, List.of(), constraint, NoCondition.NONE);
    }

    Insert<T> conflict(ConflictClause conflict) {
        return changed(copy -> copy.conflicts = SelectParts.append(copy.conflicts, conflict));
    }

    private void requireTarget(SettableColumn<?> column) {
        if (parts.target instanceof TableReference table && column instanceof ColumnReference<?> of
                && !of.source().equals(table)) {
            throw new IllegalArgumentException(
                    "Insert into \"" + table.label() + "\" cannot fill " + Operands.describe(column));
        }
    }

    private static void requireSameColumns(List<Values> rows) {
        var columns = rows.get(0).columns();
        for (int i = 1; i < rows.size(); i++) {
            if (!rows.get(i).columns().equals(columns)) {
                throw new IllegalArgumentException("Row " + (i + 1) + " fills " + names(rows.get(i).columns())
                        + ", but row 1 fills " + names(columns) + ". All rows of an INSERT must fill the same columns "
                        + "in the same order");
            }
        }
    }

    private static List<String> names(List<SettableColumn<?>> columns) {
        return columns.stream().map(SettableColumn::name).toList();
    }

    @Override
    public <R extends @Nullable Object> Insert<R> returning(Projection<R> one) {
        return changed(copy -> copy.returning = SelectList.one(one));
    }

    @Override
    public Insert<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(copy -> copy.returning(first, second, more));
    }

    @Override
    public DmlTarget target() {
        return parts.target;
    }

    @Override
    public SelectList selectList() {
        return parts.returning;
    }

    /** Returns the rows; empty for an INSERT from a query or with defaults only. */
    public List<Values> rows() {
        return parts.rows;
    }

    /** Returns one INSERT for each row, in order; only this one if it has at most one row. */
    public List<Insert<T>> rowByRow() {
        return parts.rows.size() < 2 ? List.of(this)
                : parts.rows.stream().map(row -> this.<T>changed(copy -> copy.rows = List.of(row))).toList();
    }

    /** Returns the query that supplies the rows, or null for none. */
    public @Nullable Selectable<?> query() {
        return parts.query;
    }

    /** Returns the columns that the query fills; empty for all columns of the table. */
    public List<SettableColumn<?>> queryColumns() {
        return parts.columns;
    }

    /** Returns the conflict clauses, in the order in which they are tried. */
    public List<ConflictClause> conflicts() {
        return parts.conflicts;
    }

    @Override
    public void describe(Structure out) {
        out.froms(parts.ctes);
        out.from(parts.target);
        out.expressions(parts.columns);
        out.part(parts.query != null);
        if (parts.query != null) {
            out.statement(parts.query);
        }
        rows(out);
        out.defaults(this);
        out.part(parts.conflicts.size());
        for (var conflict : parts.conflicts) {
            conflict.describe(out);
        }
        parts.returning.describe(out);
        out.part(parts.isInOrder);
        out.part(parts.isWithoutDefaults);
        out.clauses(parts.clauses);
        out.options(parts.options);
    }

    @Override
    public Insert<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
    }

    /** All rows have the same columns. */
    private void rows(Structure out) {
        var rows = parts.rows;
        out.part(rows.size());
        if (rows.isEmpty()) {
            return;
        }
        var first = rows.get(0).assignments();
        out.part(first.size());
        for (var assignment : first) {
            out.expression(assignment.column());
        }
        for (var row : rows) {
            var assignments = row.assignments();
            for (int i = 0; i < assignments.size(); i++) {
                out.expression(assignments.get(i).value());
            }
        }
    }

    /** The parts of an INSERT, modified only until the copy is passed to a new statement. */
    static final class Parts extends DmlParts {
        private List<Values> rows = List.of();
        private @Nullable Selectable<?> query = null;
        private List<SettableColumn<?>> columns = List.of();
        private List<ConflictClause> conflicts = List.of();
        private boolean isInOrder;
        private boolean isWithoutDefaults;

        private Parts(DmlTarget target) {
            super(target);
        }

        @Override
        Parts copy() {
            return (Parts) super.copy();
        }

        @Override
        void rewrite(Rewriter rewriter) {
            super.rewrite(rewriter);
            rows = Rewriter.list(rows, rewriter::values);
            query = query == null ? null : rewriter.query(query);
            columns = Rewriter.list(columns, rewriter::column);
            conflicts = Rewriter.list(conflicts, rewriter::conflict);
        }
    }
}
