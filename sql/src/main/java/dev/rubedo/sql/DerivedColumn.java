package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of an alias, a subquery, a common table expression or a function. Immutable.
 *
 * @param <T> the Java type of its values
 * @param source the source that it belongs to
 * @param position its position among the columns of the source, from 0; -1 if only the ORM knows it
 * @param name its name; empty if the query does not name it, so that a name is generated at compile time
 * @param type the type
 * @param original the expression in the source that it exposes, or null if the source has no expressions
 */
public record DerivedColumn<T extends @Nullable Object>(RowSource source, int position, String name, SqlType<T> type,
        @Nullable Expression<?> original) implements ColumnReference<T> {
    /** Checks the components. */
    public DerivedColumn {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    // The same position of an equal source; type and original follow from that.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DerivedColumn<?> column && Components.areEqual(this, column);
    }

    @Override
    public int hashCode() {
        return 31 * position + name.hashCode();
    }

    @Override
    public void describe(Structure out) {
        out.part(position);
        out.part(name);
        out.owner(source);
        if (position < 0) {
            out.optional(original);
        }
    }

    @Override
    public ColumnReference<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.source(source);
        return Rewriter.same(changed, source) ? this : rewriter.rebased(this, changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
