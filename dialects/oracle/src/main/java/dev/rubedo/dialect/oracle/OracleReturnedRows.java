package dev.rubedo.dialect.oracle;

import dev.rubedo.backend.OutputParameters;
import dev.rubedo.type.InstantType;
import dev.rubedo.type.RealType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.TextType;
import dev.rubedo.type.TimestampTimeZoneType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import oracle.jdbc.OraclePreparedStatement;
import oracle.jdbc.OracleTypes;

/**
 * The rows of {@code RETURNING ... INTO}, which Oracle's driver returns through a special kind of output parameter. The
 * driver's classes are loaded on first use. Immutable.
 */
final class OracleReturnedRows implements OutputParameters {

    static final OracleReturnedRows INSTANCE = new OracleReturnedRows();

    private OracleReturnedRows() {}

    @Override
    public void register(PreparedStatement statement, int index, SqlType<?> type) throws SQLException {
        statement.unwrap(OraclePreparedStatement.class).registerReturnParameter(index, code(type.forDialect("oracle")));
    }

    @Override
    public ResultSet rows(PreparedStatement statement) throws SQLException {
        return statement.unwrap(OraclePreparedStatement.class).getReturnResultSet();
    }

    private static int code(SqlType<?> type) {
        return switch (type.family()) {
            case BOOLEAN -> OracleTypes.NUMBER;
            case INTEGER, DECIMAL -> OracleTypes.NUMBER;
            case FLOATING -> type instanceof RealType ? OracleTypes.BINARY_FLOAT : OracleTypes.BINARY_DOUBLE;
            case TEXT -> type instanceof TextType ? OracleTypes.CLOB : OracleTypes.VARCHAR;
            case DATE -> OracleTypes.DATE;
            case TIME, TIMESTAMP -> type instanceof TimestampTimeZoneType || type instanceof InstantType
                    ? OracleTypes.TIMESTAMPTZ : OracleTypes.TIMESTAMP;
            case INTERVAL -> OracleTypes.INTERVALDS;
            case BINARY -> OracleTypes.BLOB;
            case UUID, ENUM, OTHER, UNKNOWN, ARRAY -> OracleTypes.VARCHAR;
            case JSON -> OracleTypes.JSON;
        };
    }
}
