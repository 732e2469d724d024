package dev.rubedo.codec;

import dev.rubedo.type.LabelType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A codec for the labels of an enumeration, which rejects other texts before they are sent. Immutable. */
final class LabelCodec implements JdbcCodec<String> {

    private final LabelType type;
    private final JdbcCodec<String> text;
    private final Set<String> labels;

    LabelCodec(LabelType type, JdbcCodec<String> text) {
        this.type = type;
        this.text = text;
        this.labels = Set.copyOf(type.labels());
    }

    private String checked(String value) {
        if (!labels.contains(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not a label of enumeration \"" + type.name()
                    + "\". It has " + type.labels() + ".");
        }
        return value;
    }

    @Override
    public void bind(PreparedStatement statement, int index, String value) throws SQLException {
        text.bind(statement, index, checked(value));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        text.bindNull(statement, index);
    }

    @Override
    public Object toElement(String value) throws SQLException {
        return text.toElement(checked(value));
    }

    @Override
    public @Nullable String read(ResultSet rows, int index) throws SQLException {
        return text.read(rows, index);
    }
}
