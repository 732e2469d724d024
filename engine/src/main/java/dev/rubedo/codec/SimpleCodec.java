package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A codec that binds NULL by {@code setNull} with one JDBC type. Subclasses define how a value is bound and read.
 * Immutable.
 *
 * @param <T> the Java type
 */
public abstract class SimpleCodec<T> implements JdbcCodec<T> {

    private final int jdbcType;

    /**
     * Creates a codec.
     *
     * @param jdbcType a constant of {@link java.sql.Types}
     */
    protected SimpleCodec(int jdbcType) {
        this.jdbcType = jdbcType;
    }

    /** Returns the constant of {@link java.sql.Types}. */
    public final int jdbcType() {
        return jdbcType;
    }

    @Override
    public void bindNull(PreparedStatement statement, int index) throws SQLException {
        statement.setNull(index, jdbcType);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }
}
