package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference to the value that the same INSERT or UPDATE assigns to another column, from {@link Sql#newValue}. The
 * compiler replaces it with that value. Immutable.
 *
 * @param <T> the Java type of its values
 * @param column the other column
 */
public record NewValue<T extends @Nullable Object>(SettableColumn<T> column) implements Expression<T> {
    /** Checks the components. */
    public NewValue {
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
    public NewValue<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.column(column);
        return Rewriter.same(changed, column) ? this : new NewValue<>(changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
