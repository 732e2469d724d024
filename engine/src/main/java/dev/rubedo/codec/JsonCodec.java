package dev.rubedo.codec;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import dev.rubedo.type.JsonType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A codec for JSON documents as text. A Java null is stored as SQL NULL, unless the type stores it as a document.
 * Immutable.
 *
 * @param <T> the type that a document is read as
 */
public final class JsonCodec<T> implements JdbcCodec<T> {

    private final JsonType<T> type;
    private final JdbcCodec<String> text;
    private final JsonFormat format;

    /**
     * Creates a codec.
     *
     * @param type the type that a document is read as
     * @param text the codec of its text
     * @param format the JSON library
     */
    public JsonCodec(JsonType<T> type, JdbcCodec<String> text, JsonFormat format) {
        this.type = type;
        this.text = text;
        this.format = format;
    }

    @Override
    public void bind(PreparedStatement statement, int index, T value) throws SQLException {
        text.bind(statement, index, format.write(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        if (type.storesNull()) {
            text.bind(statement, index, "null");
        } else {
            text.bindNull(statement, index);
        }
    }

    @Override
    public Object toElement(T value) throws SQLException {
        return text.toElement(format.write(value));
    }

    @Override
    // the format was passed the full type of T
    @SuppressWarnings("unchecked")
    public @Nullable T read(ResultSet rows, int index) throws SQLException {
        String json = text.read(rows, index);
        if (json == null) {
            return null;
        }
        try {
            return (T) format.read(json, type.fullType());
        } catch (RuntimeException e) {
            throw new ResultException(ErrorCode.CONVERSION,
                    "A JSON document cannot be read as \"" + type.fullType().getTypeName() + "\": " + e.getMessage(),
                    e);
        }
    }
}
