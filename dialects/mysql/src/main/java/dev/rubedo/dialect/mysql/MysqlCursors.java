package dev.rubedo.dialect.mysql;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Statements of Connector/J that read from a server-side cursor. The driver opens a cursor only for a server-prepared
 * statement, on a connection with the property {@code useCursorFetch}. As an option of the URL, this property would
 * make the server prepare every statement; set later, it affects only those with a fetch size. Separate from
 * {@link MysqlBackend}, because this class needs the driver on the class path. Stateless.
 */
final class MysqlCursors {

    private MysqlCursors() {}

    /** Prepares a statement through the given connection, which may be the wrapper of a pool. */
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
