package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Queries combined by {@code UNION}, {@code INTERSECT} or {@code EXCEPT}. Immutable.
 *
 * @param <T> the type of each row
 */
public final class CompoundSelect<T extends @Nullable Object> extends OrderedQuery<CompoundSelect<T>>
        implements Selectable<T> {
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
     * Flattens queries of the same kind, so that a long chain needs no parentheses and no nesting. For EXCEPT, only the
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
                && parts.ctes.isEmpty() && parts.options.isEmpty() && parts.clauses.isEmpty();
    }

    private CompoundSelect(Parts<T> parts) {
        this.parts = parts;
    }

    @Override
    CompoundSelect<T> self() {
        return this;
    }

    @Override
    Parts<T> parts() {
        return parts;
    }

    @Override
    @SuppressWarnings("unchecked") // the parts are a copy of this statement's
    CompoundSelect<T> of(StatementParts changed) {
        return new CompoundSelect<>((Parts<T>) changed);
    }

    /**
     * Returns this query with clauses of one dialect at its end. Clauses for other places are added to the combined
     * queries.
     *
     * @param more the clauses
     */
    @Override
    public CompoundSelect<T> clauses(StatementClause... more) {
        for (var clause : more) {
            if (clause.place() != CustomClause.Place.AT_END) {
                throw new IllegalArgumentException("A " + parts.kind.token() + " can only have clauses at its end, "
                        + "not " + clause.place() + ". Add \"" + clause + "\" to one of its queries");
            }
        }
        return super.clauses(more);
    }

    /** Returns how the queries are combined. */
    public Kind kind() {
        return parts.kind;
    }

    /** Returns the queries. */
    public List<Selectable<T>> queries() {
        return parts.queries;
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
    public void describe(Structure out) {
        out.part(parts.kind);
        out.froms(parts.ctes);
        out.statements(parts.queries);
        out.terms(parts.ordering);
        out.limits(parts.limit, parts.offset);
        out.clauses(parts.clauses);
        out.options(parts.options);
    }

    @Override
    public CompoundSelect<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
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

    /** The parts of a compound query, modified only until the copy is passed to a new statement. */
    static final class Parts<T extends @Nullable Object> extends QueryParts {
        private final Kind kind;
        private List<Selectable<T>> queries;

        private Parts(Kind kind, List<Selectable<T>> queries) {
            this.kind = kind;
            this.queries = queries;
        }

        @Override
        @SuppressWarnings("unchecked") // a copy is of the same class
        Parts<T> copy() {
            return (Parts<T>) super.copy();
        }

        @Override
        void rewrite(Rewriter rewriter) {
            queries = Rewriter.list(queries, rewriter::query);
            super.rewrite(rewriter);
        }
    }
}
