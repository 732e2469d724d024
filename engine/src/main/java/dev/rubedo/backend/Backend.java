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
 * The support for a database product on JDBC: its dialect, and everything that the engine needs to know about its
 * driver. SPI: one class per database, found through its {@link BackendProvider}. Implementations are immutable.
 */
@Spi
public interface Backend {

    /** Returns the dialect for the server version of this backend; by default the newest one. */
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
     * @param format the JSON library
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

    /** Returns the control of transactions. */
    default TransactionControl transactions() {
        return TransactionControl.JDBC;
    }

    /**
     * Returns the control of two-phase transactions; present if the dialect supports {@code Feature.TWO_PHASE_COMMIT}.
     */
    default Optional<TwoPhaseControl> twoPhase() {
        return Optional.empty();
    }

    /** Returns the queries for the progress of replicas, if the database supports them. */
    default Optional<ReplicationQueries> replication() {
        return Optional.empty();
    }

    /** Returns the kind of lock by which programs on one database exclude each other for longer than a transaction. */
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
     * Returns the maximum number of keys in one list of a statement; a larger number is split into several statements.
     * Determined by measurement: 500 by default, fewer for databases that compare each row with each key in turn.
     */
    default int keysPerList() {
        return 500;
    }

    /**
     * Returns how the generated keys of a table are retrieved; by default as for all tables. Override this method if an
     * option of a table requires another method of retrieval.
     *
     * @param table the table
     */
    default KeyRetrieval keyRetrieval(Table table) {
        return keyRetrieval();
    }

    /**
     * Returns the access to rows that are returned by output parameters; present if the dialect uses them
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
     * Prepares a statement whose rows are fetched in chunks, so that a large result does not exhaust the memory.
     * Override this method if the JDBC fetch size is not sufficient for that.
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
     * Asks the database to end the current execution of a statement. This method is called by another thread than the
     * one that executes the statement, which waits for this call before it executes anything else on the connection.
     * The call is repeated until the statement has ended, because a request that arrives before the statement has no
     * effect. Override it if the driver sends only one request for each execution, or may return before the database
     * has received it.
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
     * Returns whether the engine caches the prepared statements of a connection. This is worthwhile if the driver
     * compiles a statement each time it is prepared; most drivers and databases have their own cache.
     */
    default boolean keepsStatements() {
        return false;
    }

    /**
     * Returns whether statements that the engine keeps are used in transactions too, or only in auto-commit mode; by
     * default they are.
     */
    default boolean keepsStatementsInTransactions() {
        return true;
    }

    /**
     * Returns whether a statement that the engine keeps retains all rows of its last result, even those that were not
     * read. It is then kept only if its result was read to the end; by default it does not.
     */
    default boolean retainsRows() {
        return false;
    }

    /**
     * Returns whether the driver executes statements on the calling thread, in native code or in an embedded database,
     * so that a virtual thread would pin its carrier. Asynchronous engines then use platform threads.
     */
    default boolean holdsCarrierThreads() {
        return false;
    }
}
