package dev.rubedo.backend;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.reflect.SchemaReader;
import dev.rubedo.schema.Table;
import dev.rubedo.stability.Spi;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * A database product on JDBC: its dialect, and everything that the engine needs to know about its driver. SPI: one
 * class per database, found through its {@link BackendProvider}. Implementations are immutable.
 */
@Spi
public interface Backend {

    /** Returns the dialect; that of the newest version unless this backend is for another. */
    Dialect dialect();

    /**
     * Returns this backend for a server version, with the dialect and codecs for that version.
     *
     * @param version the version as returned by {@link #version} or given by the user
     */
    Backend forVersion(ServerVersion version);

    /**
     * Returns this backend for a server. Override it if the driver connects to servers of several products.
     *
     * @param version the version as returned by {@link #version} or given by the user
     * @param metaData the metadata of a connection to the server
     * @throws SQLException if the driver cannot supply it
     */
    default Backend forServer(ServerVersion version, DatabaseMetaData metaData) throws SQLException {
        return forVersion(version);
    }

    /**
     * Returns the version of a server. Called once for each engine, with its first connection.
     *
     * @param metaData the metadata of the connection
     * @throws SQLException if the driver cannot supply it
     * @throws IllegalArgumentException if the driver returns no version number
     */
    default ServerVersion version(DatabaseMetaData metaData) throws SQLException {
        return ServerVersion.of(String.valueOf(metaData.getDatabaseProductVersion()));
    }

    /**
     * Returns the codecs of the driver.
     *
     * @param format writes and reads JSON
     */
    Codecs codecs(JsonFormat format);

    /**
     * Returns the JDBC URL and properties to connect with.
     *
     * @param url the database URL
     * @param arguments driver properties in addition to those of the URL, over which they take precedence
     * @throws dev.rubedo.error.RubedoException if an option is unknown or a part is missing
     */
    JdbcTarget target(DatabaseUrl url, Map<String, String> arguments);

    /** Returns how transactions begin and end. */
    default TransactionControl transactions() {
        return TransactionControl.JDBC;
    }

    /** Returns how transactions are prepared; present if the dialect supports {@code Feature.TWO_PHASE_COMMIT}. */
    default Optional<TwoPhaseControl> twoPhase() {
        return Optional.empty();
    }

    /** Returns the queries that tell how far copies have followed the database, if it can be asked. */
    default Optional<ReplicationQueries> replication() {
        return Optional.empty();
    }

    /** Returns how programs on one database exclude each other for longer than a transaction. */
    default ProgramLocks programLocks() {
        return new ProgramLocks.OfRow();
    }

    /** Returns the translator of the driver's exceptions. */
    ErrorTranslator errors();

    /** Returns the reader of the database catalog. */
    SchemaReader schemaReader();

    /** Returns how database-generated keys are retrieved. */
    KeyRetrieval keyRetrieval();

    /**
     * Returns how many keys one list of a statement should have; more are sent in several statements. Determined by
     * measurement: 500 by default, fewer where the database compares each row with each key in turn.
     */
    default int keysPerList() {
        return 500;
    }

    /**
     * Returns how the generated keys of a table are retrieved; by default as those of all tables. Override it if an
     * option of a table requires another way.
     *
     * @param table the table
     */
    default KeyRetrieval keyRetrieval(Table table) {
        return keyRetrieval();
    }

    /**
     * Returns how rows are delivered by output parameters; present if the dialect writes them
     * ({@link dev.rubedo.compile.KeyWay#OUT_PARAMETERS}).
     */
    default Optional<OutputParameters> outputParameters() {
        return Optional.empty();
    }

    /**
     * Prepares a new physical connection before its first use.
     *
     * @throws SQLException if the database refuses
     */
    default void prepare(java.sql.Connection connection) throws SQLException {
        // nothing to do by default
    }

    /**
     * Prepares a statement whose rows are fetched in chunks, so that a large result does not fill the memory. Override it
     * if the fetch size of JDBC is not enough for that.
     *
     * @param connection the connection
     * @param sql the statement, which may turn out to return no rows
     * @param rows the number of rows in a chunk
     * @throws SQLException if the database refuses
     */
    default PreparedStatement prepareChunked(java.sql.Connection connection, String sql, int rows) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            statement.setFetchSize(rows);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /**
     * Asks the database to end what a statement executes now. Called by another thread than the one that executes it,
     * which waits for this call before it executes anything else on the connection. It is called again until the
     * statement has ended, because a request that arrives before the statement does nothing. Override it if the driver
     * sends only one request for each execution, or may return before the database has received it.
     *
     * @param statement the statement, which is not closed before this call has returned
     * @return false if the request may still be under way, so that it could end a later statement of the connection,
     *     which is then discarded after this one; otherwise true
     * @throws SQLException if the driver fails to send the request
     */
    default boolean cancel(java.sql.Statement statement) throws SQLException {
        statement.cancel();
        return true;
    }

    /**
     * Returns whether {@code setQueryTimeout} ends a running statement. If not, the engine cancels it by a timer.
     */
    default boolean hasQueryTimeout() {
        return true;
    }

    /**
     * Returns whether the engine caches the prepared statements of a connection. That pays off if the driver compiles
     * each of them anew; most drivers and databases cache them.
     */
    default boolean keepsStatements() {
        return false;
    }

    /**
     * Returns whether the driver executes statements on the calling thread, in native code or in the database itself, so
     * that a virtual thread would hold its carrier. Asynchronous engines then use platform threads.
     */
    default boolean holdsCarrierThreads() {
        return false;
    }
}
