package dev.rubedo.sql;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@code DELETE} statement. Each method returns a new one. Immutable.
 *
 * @param <T> the type of each row of {@code RETURNING}; {@link Void} without it
 */
public final class Delete<T extends @Nullable Object> extends FilteredStatement<Delete<T>>
        implements DmlStatement<T> {
    private final FilteredParts parts;

    Delete(DmlTarget target) {
        this(new FilteredParts(Objects.requireNonNull(target, "target")));
    }

    private Delete(FilteredParts parts) {
        this.parts = parts;
    }

    @Override
    Delete<T> self() {
        return this;
    }

    @Override
    FilteredParts parts() {
        return parts;
    }

    @Override
    Delete<T> of(StatementParts changed) {
        return new Delete<>((FilteredParts) changed);
    }

    private <R extends @Nullable Object> Delete<R> changed(Consumer<FilteredParts> change) {
        var copy = parts.copy();
        change.accept(copy);
        return new Delete<>(copy);
    }

    /**
     * Returns this statement with other tables that its conditions read ({@code USING}).
     *
     * @param froms the tables
     */
    public Delete<T> using(FromClause... froms) {
        return reading(froms);
    }

    @Override
    public <R extends @Nullable Object> Delete<R> returning(Projection<R> one) {
        return changed(copy -> copy.returning = SelectList.one(one));
    }

    @Override
    public Delete<Row> returning(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return changed(copy -> copy.returning(first, second, more));
    }

    @Override
    public void describe(Structure out) {
        out.froms(parts.ctes);
        out.from(parts.target);
        out.froms(parts.froms);
        out.expression(parts.conditions);
        parts.returning.describe(out);
        out.clauses(parts.clauses);
        out.options(parts.options);
    }

    @Override
    public Delete<T> rewrite(Rewriter rewriter) {
        return rewritten(rewriter);
    }
}
