package dev.rubedo.sql;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is composed clause by clause, each method returning a new one. Immutable.
 *
 * @param <S> the statement itself
 */
public abstract sealed class ComposedStatement<S extends Statement<?>>
        permits OrderedQuery, FilteredStatement, Insert, Merge {
    ComposedStatement() {}

    /** Returns this statement. */
    abstract S self();

    abstract StatementParts parts();

    /** Returns a statement of the same row type with other parts, which are a changed copy from {@link #parts}. */
    abstract S of(StatementParts changed);

    private S with(Consumer<StatementParts> change) {
        var copy = parts().copy();
        change.accept(copy);
        return of(copy);
    }

    /**
     * Returns this statement with common table expressions that are written even if nothing uses them.
     *
     * @param more the expressions
     */
    public S with(CommonTableExpression... more) {
        return with(copy -> copy.ctes = SelectParts.append(copy.ctes, more));
    }

    /**
     * Returns this statement with options for the ORM.
     *
     * @param more the options
     */
    public S options(StatementOption... more) {
        return with(copy -> copy.options = SelectParts.append(copy.options, more));
    }

    /**
     * Returns this statement with clauses of one dialect.
     *
     * @param more the clauses
     */
    public S clauses(StatementClause... more) {
        return with(copy -> copy.clauses = SelectParts.append(copy.clauses, more));
    }

    /** Returns the common table expressions that are written even if nothing uses them. */
    public List<CommonTableExpression> ctes() {
        return parts().ctes;
    }

    /** Returns the options for the ORM. */
    public List<StatementOption> statementOptions() {
        return parts().options;
    }

    /** Returns the dialect-specific clauses. */
    public List<StatementClause> dialectClauses() {
        return parts().clauses;
    }

    /** Returns the same instance if nothing changes. */
    final S rewritten(Rewriter rewriter) {
        var changed = with(copy -> copy.rewrite(rewriter));
        return Components.areSame(changed::describe, self()::describe) ? self() : changed;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(self(), node);
    }

    @Override
    public final int hashCode() {
        return Components.hash(self());
    }

    @Override
    public final String toString() {
        return TreeText.of(self());
    }
}
