package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;

/**
 * A constant written into the SQL text. Untrusted values must be bound as parameters. Immutable.
 *
 * @param <T> the Java type of its values
 * @param value the value
 * @param type the type
 */
public record Literal<T>(T value, SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public Literal {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public void describe(Structure out) {
        out.part(value);
        out.part(type);
    }

    @Override
    public Literal<T> rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
