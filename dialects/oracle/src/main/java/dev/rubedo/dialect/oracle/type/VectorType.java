package dev.rubedo.dialect.oracle.type;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.type.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Oracle's {@code VECTOR}, which is sent and read as a list in brackets. Immutable.
 *
 * @param dimensions the number of dimensions; 0 for any
 * @param format the format of a dimension; empty for any
 * @param isSparse whether most dimensions are zero
 */
record VectorType(int dimensions, String format, boolean isSparse) implements JdbcDialectType<List<Double>> {

    private static final Set<String> FORMATS = Set.of("", "INT8", "FLOAT32", "FLOAT64", "BINARY");

    VectorType {
        format = format.toUpperCase(Locale.ROOT);
        if (dimensions < 0 || dimensions > 65_535) {
            throw new IllegalArgumentException("A vector must have 1 to 65535 dimensions, or 0 for any, got "
                    + dimensions);
        }
        if (!FORMATS.contains(format)) {
            throw new IllegalArgumentException(
                    "There is no vector format \"" + format + "\". Use INT8, FLOAT32, FLOAT64 or "
                            + "BINARY.");
        }
    }

    @Override
    public Set<String> dialects() {
        return Set.of("oracle");
    }

    @Override
    public String sqlName() {
        if (dimensions == 0 && format.isEmpty() && !isSparse) {
            return "VECTOR";
        }
        return "VECTOR(" + (dimensions == 0 ? "*" : dimensions) + ", " + (format.isEmpty() ? "*" : format)
                + (isSparse ? ", SPARSE" : "") + ")";
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public String marker() {
        return "TO_VECTOR(?)";
    }

    @Override
    public String selection() {
        return "FROM_VECTOR(? RETURNING CLOB)";
    }

    @Override
    public String literal(List<Double> value, UnaryOperator<String> quote) {
        return "TO_VECTOR(" + quote.apply(write(value)) + ")";
    }

    @Override
    public JdbcCodec<List<Double>> codec(Codecs codecs) {
        return new MappedCodec<>(codecs.codecFor(Types.TEXT), VectorType::write, VectorType::read);
    }

    private static String write(List<Double> vector) {
        return vector.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<Double> read(String text) {
        var inside = text.strip();
        if (inside.length() < 2 || inside.charAt(0) != '[') {
            throw new IllegalArgumentException("\"" + text + "\" is not a dense vector.");
        }
        return Arrays.stream(inside.substring(1, inside.length() - 1).split(",")).map(String::strip)
                .filter(number -> !number.isEmpty()).map(Double::valueOf).toList();
    }
}
