package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A type of PostgreSQL that is bound, read and written as a literal in its text form, with a cast to its name. This is
 * sufficient for most types of the server and its extensions: an implementation provides the name and the two
 * conversions. Immutable.
 *
 * @param <T> the Java type of its values
 */
public interface TextualType<T> extends JdbcDialectType<T> {

    /** Returns the text of a value, in the form that the server reads. */
    String write(T value);

    /** Returns the value of a text, in the form that the server writes. */
    T read(String text);

    @Override
    default Set<String> dialects() {
        return Set.of("postgresql");
    }

    @Override
    default String marker() {
        return "?::" + sqlName();
    }

    @Override
    default String literal(T value, UnaryOperator<String> quote) {
        return quote.apply(write(value)) + "::" + sqlName();
    }

    @Override
    default JdbcCodec<T> codec(Codecs codecs) {
        return new MappedCodec<>(TextCodec.UNICODE, this::write, this::read);
    }
}
