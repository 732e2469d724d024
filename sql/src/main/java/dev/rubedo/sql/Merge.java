package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code MERGE} statement: it compares the rows of a table with those of a source, and changes the table accordingly.
 * For each row, the first clause that applies is executed. Each method returns a new statement. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Merge<T extends @Nullable Object> extends ComposedStatement<Merge<T>> implements DmlStatement<T> {
    private final Parts parts;

    Merge(DmlTarget target) {
        this(new Parts(DmlTargets.requireTable(target, "MERGE")));
    }

    private Merge(Parts parts) {
        this.parts = parts;
    }

    @Override
    Merge<T> self() {
        return this;
    }

    @Override
    Parts parts() {
        return parts;
    }

    @Override
    Merge<T> of(StatementParts changed) {
        return new Merge<>((Parts) changed);
    }

    private <R extends @Nullable Object> Merge<R> changed(Consumer<Parts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Merge<>(copy);
    }

    /**
     * Returns this statement with a source of rows.
     *
     * @param source the table or query
     * @param on the condition for a row of the source to match a row of the target
     */
    public Merge<T> using(FromClause source, Condition on) {
        Objects.requireNonNull(source, "source");
        return changed(copy -> {
            copy.source = source;
            copy.on = on;
        });
    }

    /** Starts a clause for rows of the target that match a row of the source. */
    public MergeClause<T> whenMatched() {
        return whenMatched(NoCondition.NONE);
    }

    /**
     * Starts a clause for rows of the target that match a row of the source.
     *
     * @param and an additional condition
     */
    public MergeClause<T> whenMatched(Condition and) {
        return new MergeClause<>(this, MergeAction.When.MATCHED, and);
    }

    /** Starts a clause for rows of the source without a match. */
    public MergeClause<T> whenNotMatched() {
        return whenNotMatched(NoCondition.NONE);
    }

    /**
     * Starts a clause for rows of the source without a match.
     *
     * @param and an additional condition
     */
    public MergeClause<T> whenNotMatched(Condition and) {
        return new MergeClause<>(this, MergeAction.When.NOT_MATCHED, and);
    }

    /** Starts a clause for rows of the target without a match. */
    public MergeClause<T> whenNotMatchedBySource() {
        return whenNotMatchedBySource(NoCondition.NONE);
    }

    /**
     * Starts a clause for rows of the target without a match.
     *
     * @param and an additional condition
     */
    public MergeClause<T> whenNotMatchedBySource(Condition and) {
        return new MergeClause<>(this, MergeAction.When.NOT_MATCHED_BY_SOURCE, and);
    }

    Merge<T> with(MergeAction action) {
        return changed(copy -> copy.actions = SelectParts.append(copy.actions, action));
    }

    @Override
    public <R extends @Nullable Object> Merge<R> returning(Projection<R> one) {
        return changed(copy -> copy.returning = SelectList.one(one));
    }

    @Override
    public Merge<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(copy -> copy.returning(first, second, more));
    }

    @Override
    public DmlTarget target() {
        return parts.target;
    }

    /** Returns the source, or null if there is none yet. */
    public @Nullable FromClause source() {
        return parts.source;
    }

    /** Returns the condition for a match. */
    public Condition on() {
        return parts.on;
    }

    /** Returns the actions, in the order in which they are tried. */
    public List<MergeAction> actions() {
        return parts.actions;
    }

    @Override
    public SelectList selectList() {
        return parts.returning;
    }

    @Override
    public void describe(Structure out) {
        out.froms(parts.ctes);
        out.from(parts.target);
        out.part(parts.source != null);
        if (parts.source != null) {
            out.from(parts.source);
        }
        out.expression(parts.on);
        out.part(parts.actions.size());
        for (var action : parts.actions) {
            action.describe(out);
        }
        parts.returning.describe(out);
        out.clauses(parts.clauses);
        out.options(parts.options);
    }

    @Override
    public Merge<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
    }

    /** The parts of a MERGE, modified only until the copy is passed to a new statement. */
    static final class Parts extends DmlParts {
        private @Nullable FromClause source = null;
        private Condition on = NoCondition.NONE;
        private List<MergeAction> actions = List.of();

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
            source = source == null ? null : rewriter.from(source);
            on = rewriter.condition(on);
            actions = Rewriter.list(actions, action -> action.rewrite(rewriter));
        }
    }
}
