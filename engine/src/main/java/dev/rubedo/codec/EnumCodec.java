package dev.rubedo.codec;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.type.EnumType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A codec for enums by the labels of their constants. Immutable.
 *
 * @param <E> the enum class
 */
public final class EnumCodec<E extends Enum<E>> implements JdbcCodec<E> {

    private final JdbcCodec<String> labels;
    private final Map<String, E> constants;
    private final EnumType<E> type;

    /**
     * Creates a codec.
     *
     * @param type the enum's type
     * @param labels the codec of the labels
     */
    public EnumCodec(EnumType<E> type, JdbcCodec<String> labels) {
        this.type = type;
        this.labels = labels;
        this.constants = Arrays.stream(type.javaType().getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(type::label, Function.identity()));
    }

    @Override
    public void bind(PreparedStatement statement, int index, E value) throws SQLException {
        labels.bind(statement, index, type.label(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        labels.bindNull(statement, index);
    }

    @Override
    public Object toElement(E value) throws SQLException {
        return labels.toElement(type.label(value));
    }

    @Override
    public @Nullable E read(ResultSet rows, int index) throws SQLException {
        String label = labels.read(rows, index);
        if (label == null) {
            return null;
        }
        E constant = constants.get(label);
        if (constant == null) {
            throw new ResultException(ErrorCode.CONVERSION,
                    "Column " + name(rows, index) + " holds \"" + label
                            + "\", which is not the label of a constant of enum \"" + type.javaType().getName() + "\" ("
                            + String.join(", ", type.labels()) + "). Add the constant, or correct the data.");
        }
        return constant;
    }

    /** Returns the name of a column, or its number for rows without names, such as those of a cache. */
    static String name(ResultSet rows, int index) {
        try {
            return '"' + rows.getMetaData().getColumnLabel(index) + '"';
        } catch (SQLException | RuntimeException e) {
            return String.valueOf(index);
        }
    }
}
