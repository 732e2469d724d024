package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value that is sent separately from the SQL. Immutable.
 *
 * @param <T> the Java type of its values
 * @param name the name by which a value can be given at execution; empty for none
 * @param value the value, or null for SQL NULL
 * @param isRequired whether a value must be given at execution
 * @param type the type
 */
public record BindParameter<T extends @Nullable Object>(String name, @Nullable T value, boolean isRequired,
        SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public BindParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        if (isRequired && name.isEmpty()) {
            throw new IllegalArgumentException("A parameter that is given at execution needs a name");
        }
    }

    @Override
    public void describe(Structure out) {
        out.value(this, value, isRequired);
        out.parts(type, name);
    }

    @Override
    public BindParameter<T> rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
