package dev.rubedo.backend;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.stability.Spi;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;

/**
 * A database product on JDBC: a dialect and everything about its driver that the engine has to know. SPI: one class per
 * database, found through its {@link BackendProvider}. Implementations are immutable.
 */
@Spi
public interface Backend {

    /** Returns the language half; that of the newest version unless this backend is for another. */
    Dialect dialect();

    /**
     * Returns this backend for a version of the server, with the dialect and codecs that fit it.
     *
     * @param version as {@link #version} tells it, or as the user gave it
     */
    Backend forVersion(ServerVersion version);

    /**
     * Returns the version of a server. Asked once for each engine, of its first connection.
     *
     * @param metaData what the driver says of the connection
     * @throws SQLException if the driver does not answer
     * @throws IllegalArgumentException if the answer names no version
     */
    default ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        return ServerVersion.of(String.valueOf(metaData.getDatabaseProductVersion()));
    }

    /**
     * Returns the codecs of the driver.
     *
     * @param format what writes and reads JSON
     */
    Codecs codecs(JsonFormat format);

    /**
     * Returns where to connect.
     *
     * @param url the address
     * @param arguments properties for the driver beyond those of the URL; they win
     * @throws dev.rubedo.error.RubedoException if an option is unknown or a part is missing
     */
    JdbcTarget target(DatabaseUrl url, Map<String, String> arguments);

    /** Returns how transactions are begun and ended. */
    default TransactionControl transactions() {
        return TransactionControl.JDBC;
    }

    /** Returns what tells errors apart. */
    ErrorTranslator errors();

    /** Returns the reader of the catalog. */
    SchemaReader schemaReader();

    /** Returns how keys that the database makes come back. */
    KeyRetrieval keyRetrieval();

    /**
     * Prepares a new physical connection, before its first use.
     *
     * @throws SQLException
     *             if the database refuses
     */
    default void prepare(java.sql.Connection connection) throws SQLException {
        // nothing, unless a database says otherwise
    }

    /**
     * Returns whether {@code setQueryTimeout} ends a running statement; if not, the engine cancels it by a timer.
     */
    default boolean hasQueryTimeout() {
        return true;
    }

    /**
     * Returns whether the engine keeps the prepared statements of a connection for their next execution. That pays
     * where the driver compiles each of them anew; most drivers and databases keep them themselves.
     */
    default boolean keepsStatements() {
        return false;
    }
}
