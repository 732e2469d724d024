package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The value that was proposed for insertion before the conflict ({@code EXCLUDED}). Allowed only inside the update of
 * {@link OnConflict}. Immutable.
 *
 * @param <T> the Java type of its values
 * @param column the column
 */
public record Excluded<T extends @Nullable Object>(SettableColumn<T> column) implements Expression<T> {
    /** Checks the components. */
    public Excluded {
        Objects.requireNonNull(column, "column");
    }

    @Override
    public SqlType<T> type() {
        return column.type();
    }

    @Override
    public void describe(Structure out) {
        out.expression(column);
    }

    @Override
    public Excluded<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.column(column);
        return Rewriter.same(changed, column) ? this : new Excluded<>(changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
