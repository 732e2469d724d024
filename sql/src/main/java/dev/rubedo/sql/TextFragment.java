package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hand-written SQL in place of an expression. Never build it from untrusted input. Immutable.
 *
 * @param <T> the Java type of its values
 * @param text the SQL; outside quotes and comments, {@code :name} is the parameter of that name if there is one, and
 *     {@code \\:} is a colon
 * @param parameters the parameters
 * @param type the type of the value
 */
public record TextFragment<T extends @Nullable Object>(String text, List<BindParameter<?>> parameters,
        SqlType<T> type) implements Expression<T> {
    /** Checks the components. */
    public TextFragment {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(type, "type");
        parameters = List.copyOf(parameters);
    }

    /**
     * Returns this text with a value for one of its {@code :names}.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     */
    public TextFragment<T> bind(String name, @Nullable Object value) {
        return new TextFragment<>(text, NamedText.with(text, parameters, name, value), type);
    }

    /**
     * Returns this text with a value of a type for one of its {@code :names}.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     * @param valueType the type of the value
     * @throws IllegalArgumentException if the text has no such name
     */
    public <V> TextFragment<T> bind(String name, @Nullable V value, SqlType<V> valueType) {
        return new TextFragment<>(text,
                NamedText.with(text, parameters, name, new BindParameter<>(name, value, false, valueType)), type);
    }

    @Override
    public void describe(Structure out) {
        out.part(text);
        out.part(type);
        out.expressions(parameters);
    }

    @Override
    public TextFragment<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.parameters(parameters);
        return Rewriter.same(changed, parameters) ? this : new TextFragment<>(text, changed, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
