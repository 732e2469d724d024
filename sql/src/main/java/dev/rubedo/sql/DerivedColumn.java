package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A column of an alias, a subquery, a common table expression or a function. Immutable.
 *
 * @param <T> the Java type of its values
 * @param source what it belongs to
 * @param position its place among the columns of the source, from 0; -1 where only a session can tell
 * @param name its name; empty where the query gives none, then it is made when it is compiled
 * @param type the type
 * @param original what it stands for in the source, or null where that has no expressions
 */
public record DerivedColumn<T extends @Nullable Object>(RowSource source, int position, String name, SqlType<T> type,
        @Nullable Expression<?> original) implements ColumnReference<T> {
    /** Checks the parts. */
    public DerivedColumn {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    // The same place of an equal source; its type and original follow from that.
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
    public String toString() {
        return TreeText.of(this);
    }
}
