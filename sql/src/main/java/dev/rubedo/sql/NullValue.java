package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keyword {@code NULL} as a value. Immutable.
 *
 * @param <T> the Java type of its values
 * @param type the type of the value
 */
public record NullValue<T extends @Nullable Object>(SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public NullValue {
        Objects.requireNonNull(type, "type");
    }

    @Override
    public void describe(Structure out) {
        out.part(type);
    }

    @Override
    public NullValue<T> rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
