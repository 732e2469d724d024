package dev.rubedo.codec;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A codec for values whose type only the database knows. They are bound according to their Java class and read as the
 * driver returns them, except that JDBC's legacy classes for dates, times and large objects are replaced. Immutable.
 */
final class DynamicCodec implements JdbcCodec<Object> {

    private final Codecs codecs;

    DynamicCodec(Codecs codecs) {
        this.codecs = codecs;
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        SqlType<?> type = Types.ofJava(value.getClass()).orElse(null);
        if (type == null) {
            statement.setObject(index, value);
        } else {
            bindAs(type, statement, index, value);
        }
    }

    // found by the class of the value
    @SuppressWarnings("unchecked")
    private <T> void bindAs(SqlType<T> type, PreparedStatement statement, int index, Object value) throws SQLException {
        codecs.codecFor(type).bind(statement, index, (T) Objects.requireNonNull(Coercion.coerce(value, type)));
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, java.sql.Types.NULL);
    }

    @Override
    public @Nullable Object read(ResultSet rows, int index) throws SQLException {
        Object value = rows.getObject(index);
        // read again by class: the legacy classes shift dates before 1582 and times in daylight saving gaps
        return switch (value) {
            case null -> null;
            case java.sql.Timestamp t -> rows.getObject(index, LocalDateTime.class);
            case java.sql.Date d -> rows.getObject(index, LocalDate.class);
            case java.sql.Time t -> rows.getObject(index, LocalTime.class);
            case java.sql.Clob c -> rows.getString(index);
            case java.sql.Blob b -> rows.getBytes(index);
            default -> value;
        };
    }
}
