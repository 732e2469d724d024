package dev.rubedo.dialect.mysql;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Statements of Connector/J that read from a cursor of the server. The driver opens one only for a statement that the
 * server prepares, on a connection with the property {@code useCursorFetch}. As an option of the URL, that would have the
 * server prepare every statement; set later, it affects only those with a fetch size. Apart from {@link MysqlBackend}, because this class needs the driver. Stateless.
 */
final class MysqlCursors {

    private MysqlCursors() {}

    /** Prepares a statement through the connection as given, which may be that of a pool. */
    static PreparedStatement prepare(java.sql.Connection connection, String sql, int rows) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return plain(connection, sql, rows);
        }
        var properties = connection.unwrap(JdbcConnection.class).getPropertySet();
        // stays set, because the driver reads it again when it executes
        properties.getBooleanProperty(PropertyKey.useCursorFetch).setValue(true);
        RuntimeProperty<Boolean> prepares = properties.getBooleanProperty(PropertyKey.useServerPrepStmts);
        boolean before = prepares.getValue();
        try {
            prepares.setValue(true);
            return plain(connection, sql, rows);
        } finally {
            prepares.setValue(before);
        }
    }

    private static PreparedStatement plain(java.sql.Connection connection, String sql, int rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setFetchSize(rows);
        return statement;
    }
}
