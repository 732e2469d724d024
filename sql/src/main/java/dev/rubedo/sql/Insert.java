package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An {@code INSERT} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Insert<T extends @Nullable Object> implements Statement<T> {
    private final Parts parts;

    Insert(DmlTarget target) {
        this.parts = new Parts(DmlTargets.requireTable(target, "INSERT"));
    }

    private Insert(Parts parts) {
        this.parts = parts;
    }

    private Insert<T> with(Consumer<Parts> change) {
        return changed(parts, change);
    }

    private static <R extends @Nullable Object> Insert<R> changed(Parts parts, Consumer<Parts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Insert<>(copy);
    }

    /**
     * Returns this insert with a value in its single row. Repeated calls fill the same row, each column once.
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
        return with(copy -> copy.rows = List.of(new Values(Values.put(row.assignments(), assignment))));
    }

    /**
     * Returns this insert with more rows. All rows have the same columns.
     *
     * @param rows the rows
     * @throws IllegalArgumentException if a row has other columns than the first
     */
    public Insert<T> rows(List<Values> rows) {
        if (parts.query != null) {
            throw new IllegalStateException("This insert has a query; rows cannot be added");
        }
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("rows(): there is no row. An insert without rows would insert one of "
                    + "defaults only; leave it out, or use insertInto(...) alone");
        }
        var all = new ArrayList<>(parts.rows);
        all.addAll(rows);
        all.get(0).columns().forEach(this::requireTarget);
        requireSameColumns(all);
        return with(copy -> copy.rows = List.copyOf(all));
    }

    /**
     * Returns this insert with one row for each source.
     *
     * @param sources the objects to make rows of
     * @param mapping fills a row from a source: {@code (row, p) -> row.set(users.name, p.name())}
     */
    public <S> Insert<T> rows(Collection<S> sources, BiFunction<Values, S, Values> mapping) {
        return rows(sources.stream().map(source -> mapping.apply(Values.EMPTY, source)).toList());
    }

    /**
     * Returns this insert with the rows of a query.
     *
     * @param query the query
     * @param columns the columns to fill, in the order of the query's columns
     */
    public Insert<T> fromSelect(Selectable<?> query, SettableColumn<?>... columns) {
        if (!parts.rows.isEmpty()) {
            throw new IllegalStateException("This insert has values; it cannot take rows from a query");
        }
        if (columns.length > 0 && query.isResolved() && query.columns().size() != columns.length) {
            throw new IllegalArgumentException(
                    "fromSelect(): " + columns.length + " columns are filled from a query of "
                            + query.columns().size());
        }
        List.of(columns).forEach(this::requireTarget);
        return with(copy -> {
            copy.query = Objects.requireNonNull(query, "query");
            copy.columns = List.of(columns);
        });
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
        return with(copy -> copy.conflicts = SelectParts.append(copy.conflicts, conflict));
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
                        + ", but row 1 fills " + names(columns)
                        + ". All rows of one insert fill the same columns in the same order");
            }
        }
    }

    private static List<String> names(List<SettableColumn<?>> columns) {
        return columns.stream().map(SettableColumn::name).toList();
    }

    /**
     * Returns this statement with a {@code RETURNING} clause of one item.
     *
     * @param one the item; a table for a row of all its columns
     */
    public <R extends @Nullable Object> Insert<R> returning(Projection<R> one) {
        return changed(parts, copy -> copy.returning = SelectList.one(one));
    }

    /**
     * Returns this statement with a {@code RETURNING} clause of several items.
     *
     * @param first an item
     * @param second an item
     * @param more further items
     */
    public Insert<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
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
    public Insert<T> with(CommonTableExpression... more) {
        return with(copy -> copy.ctes = SelectParts.append(copy.ctes, more));
    }

    /**
     * Returns this statement with options for the ORM.
     *
     * @param more the options
     */
    public Insert<T> options(StatementOption... more) {
        return with(copy -> copy.options = SelectParts.append(copy.options, more));
    }

    /**
     * Returns this statement with clauses of one dialect.
     *
     * @param more the clauses
     */
    public Insert<T> clauses(StatementClause... more) {
        return with(copy -> copy.clauses = SelectParts.append(copy.clauses, more));
    }

    /** Returns what is changed. */
    public DmlTarget target() {
        return parts.target;
    }

    /** Returns the rows. Empty for an insert from a query or of a row of defaults only. */
    public List<Values> rows() {
        return parts.rows;
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

    Insert<T> rewrite(Rewriter rewriter) {
        var copy = parts.copy();
        copy.target = rewriter.target(parts.target);
        copy.rows = Rewriter.list(parts.rows, rewriter::values);
        copy.query = parts.query == null ? null : rewriter.query(parts.query);
        copy.columns = Rewriter.list(parts.columns, rewriter::column);
        copy.conflicts = Rewriter.list(parts.conflicts, rewriter::conflict);
        copy.returning = rewriter.selectList(parts.returning);
        copy.ctes = Rewriter.list(parts.ctes, rewriter::cte);
        copy.options = rewriter.options(parts.options);
        copy.clauses = Rewriter.list(parts.clauses, rewriter::clause);
        var changed = new Insert<T>(copy);
        return Components.areSame(changed::describe, this::describe) ? this : changed;
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
        out.clauses(parts.clauses);
        out.options(parts.options);
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
        private List<Values> rows = List.of();
        private @Nullable Selectable<?> query = null;
        private List<SettableColumn<?>> columns = List.of();
        private List<ConflictClause> conflicts = List.of();
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
