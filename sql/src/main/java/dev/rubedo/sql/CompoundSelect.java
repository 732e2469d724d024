package dev.rubedo.sql;

import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Queries combined by {@code UNION}, {@code INTERSECT} or {@code EXCEPT}. Immutable.
 *
 * @param <T> the type of each row
 */
public final class CompoundSelect<T extends @Nullable Object> implements Selectable<T> {
    private final Parts<T> parts;

    /**
     * Combines queries. A query of the same kind among them, without ORDER BY, limit or other clauses, is replaced by
     * its queries if that does not change the meaning.
     *
     * @param kind how to combine them
     * @param queries two or more queries with the same number of columns
     */
    public CompoundSelect(Kind kind, List<? extends Selectable<T>> queries) {
        this(new Parts<>(Objects.requireNonNull(kind, "kind"), flat(kind, queries)));
        if (queries.size() < 2) {
            throw new IllegalArgumentException(kind.token() + " needs two or more queries");
        }
        if (queries.stream().allMatch(Selectable::isResolved)) {
            var widths = queries.stream().map(query -> query.columns().size()).toList();
            if (widths.stream().distinct().count() > 1) {
                throw new IllegalArgumentException(
                        kind.token() + " needs queries with the same number of columns; these have " + widths);
            }
        }
    }

    /**
     * Flattens queries of the same kind, so that a long chain needs no parentheses and no nesting. Of EXCEPT only the
     * first query is flattened.
     */
    private static <T extends @Nullable Object> List<Selectable<T>> flat(Kind kind,
            List<? extends Selectable<T>> queries) {
        var flat = new ArrayList<Selectable<T>>(queries.size());
        for (var query : queries) {
            boolean isOpen = kind != Kind.EXCEPT && kind != Kind.EXCEPT_ALL || flat.isEmpty();
            if (isOpen && query instanceof CompoundSelect<T> inner && inner.isBare(kind)) {
                flat.addAll(inner.parts.queries);
            } else {
                flat.add(query);
            }
        }
        return List.copyOf(flat);
    }

    private boolean isBare(Kind kind) {
        return parts.kind == kind && parts.ordering.isEmpty() && parts.limit == null && parts.offset == null
                && parts.ctes.isEmpty() && parts.options.isEmpty();
    }

    private CompoundSelect(Parts<T> parts) {
        this.parts = parts;
    }

    private CompoundSelect<T> with(Consumer<Parts<T>> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new CompoundSelect<>(copy);
    }

    /**
     * Returns this query with an order. Terms are columns of the first query, given directly or by their labels.
     *
     * @param terms the terms, after those given before
     */
    public CompoundSelect<T> orderBy(OrderTerm... terms) {
        return with(copy -> copy.ordering = SelectParts.append(copy.ordering, terms));
    }

    /**
     * Returns this query limited to a number of rows.
     *
     * @param rows the number
     */
    public CompoundSelect<T> limit(long rows) {
        return with(copy -> copy.limit = SelectParts.limit(rows, RowLimit.Form.LIMIT));
    }

    /**
     * Returns this query limited to a number of rows, in a form of {@code FETCH FIRST}.
     *
     * @param count the number
     * @param form the unit of the number
     */
    public CompoundSelect<T> fetch(long count, RowLimit.Form form) {
        return with(copy -> copy.limit = SelectParts.limit(count, form));
    }

    /**
     * Returns this query without its first rows.
     *
     * @param rows the number of rows to skip
     */
    public CompoundSelect<T> offset(long rows) {
        SelectParts.checkCount(rows, "offset");
        return with(copy -> copy.offset = new BindParameter<>("", rows, false, Types.BIGINT));
    }

    /**
     * Returns this query with common table expressions that are written even if nothing uses them.
     *
     * @param more the expressions
     */
    public CompoundSelect<T> with(CommonTableExpression... more) {
        return with(copy -> copy.ctes = SelectParts.append(copy.ctes, more));
    }

    /**
     * Returns this query with options for the ORM.
     *
     * @param more the options
     */
    public CompoundSelect<T> options(StatementOption... more) {
        return with(copy -> copy.options = SelectParts.append(copy.options, more));
    }

    /** Returns how the queries are combined. */
    public Kind kind() {
        return parts.kind;
    }

    /** Returns the queries. */
    public List<Selectable<T>> queries() {
        return parts.queries;
    }

    /** Returns the {@code ORDER BY}. */
    public List<OrderTerm> ordering() {
        return parts.ordering;
    }

    /** Returns the limit, or null for none. */
    public @Nullable RowLimit rowLimit() {
        return parts.limit;
    }

    /** Returns the number of rows to skip, or null for none. */
    public @Nullable Expression<?> rowOffset() {
        return parts.offset;
    }

    @Override
    public SelectList selectList() {
        return parts.queries.get(0).selectList();
    }

    @Override
    public List<Expression<?>> columns() {
        return parts.queries.get(0).columns();
    }

    @Override
    public List<CommonTableExpression> ctes() {
        return parts.ctes;
    }

    @Override
    public List<StatementOption> statementOptions() {
        return parts.options;
    }

    CompoundSelect<T> rewrite(Rewriter rewriter) {
        var copy = parts.copy();
        copy.queries = Rewriter.list(parts.queries, rewriter::query);
        copy.ordering = Rewriter.list(parts.ordering, rewriter::orderTerm);
        copy.limit = parts.limit == null ? null : rewriter.rowLimit(parts.limit);
        copy.offset = parts.offset == null ? null : rewriter.expression(parts.offset);
        copy.ctes = Rewriter.list(parts.ctes, rewriter::cte);
        copy.options = rewriter.options(parts.options);
        var changed = new CompoundSelect<>(copy);
        return Components.areSame(changed::describe, this::describe) ? this : changed;
    }

    @Override
    public void describe(Structure out) {
        out.part(parts.kind);
        out.froms(parts.ctes);
        out.statements(parts.queries);
        out.terms(parts.ordering);
        out.limits(parts.limit, parts.offset);
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

    /** A way to combine queries. Immutable. */
    public enum Kind {
        /** Rows of any query, without duplicates. */
        UNION("UNION"),
        /** Rows of any query. */
        UNION_ALL("UNION ALL"),
        /** Rows of all queries, without duplicates. */
        INTERSECT("INTERSECT"),
        /** Rows of all queries. */
        INTERSECT_ALL("INTERSECT ALL"),
        /** Rows of the first query that are in none of the others, without duplicates. */
        EXCEPT("EXCEPT"),
        /** Rows of the first query that are in none of the others. */
        EXCEPT_ALL("EXCEPT ALL");

        private final String token;

        Kind(String token) {
            this.token = token;
        }

        /** Returns the SQL. */
        public String token() {
            return token;
        }
    }

    /** Written only until the copy is handed to a new compound select. */
    private static final class Parts<T extends @Nullable Object> implements Cloneable {
        private final Kind kind;
        private List<Selectable<T>> queries;
        private List<OrderTerm> ordering = List.of();
        private @Nullable RowLimit limit;
        private @Nullable Expression<?> offset;
        private List<CommonTableExpression> ctes = List.of();
        private List<StatementOption> options = List.of();

        private Parts(Kind kind, List<Selectable<T>> queries) {
            this.kind = kind;
            this.queries = queries;
        }

        @SuppressWarnings("unchecked") // a clone is of the same class
        private Parts<T> copy() {
            try {
                return (Parts<T>) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
