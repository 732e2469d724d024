package dev.rubedo.engine;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.result.RowReader;
import dev.rubedo.schema.Column;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Statement;
import dev.rubedo.stability.Spi;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The low-level execution API of a connection, for planners such as the ORM: statements are compiled once, and
 * parameters are written and rows read by position, without intermediate objects for the values. It shares transaction,
 * options and state with its connection. SPI: programs use {@link Connection#execute}. Confined to one thread at a
 * time.
 */
@Spi
public final class PreparedExecution {

    private final Connection connection;
    private final Engine engine;
    private final StatementExecutor executor;
    private @Nullable StatementOrigin origin;

    PreparedExecution(Connection connection, Engine engine, StatementExecutor executor) {
        this.connection = connection;
        this.engine = engine;
        this.executor = executor;
    }

    /**
     * Returns a statement compiled for the engine of this connection. The values in the statement are ignored. It can
     * be executed only on connections with the same {@link #translatesSchemas()}.
     */
    public CachedStatement prepare(Statement<?> statement) {
        return engine.prepare(statement, translatesSchemas());
    }

    /**
     * Returns an INSERT compiled for {@link #insertRows}, with database-generated keys retrieved as the database
     * requires: by {@code RETURNING} or as generated keys.
     *
     * @param insert an INSERT of one row without {@code returning(...)}
     * @param key the column whose values the database generates
     */
    public CachedStatement prepareForKeys(Insert<?> insert, Column<?> key) {
        return engine.prepareForKeys(insert, key, translatesSchemas());
    }

    /** Returns the engine that statements are compiled for. */
    public Engine engine() {
        return engine;
    }

    /**
     * Sets the reason for which statements are executed from now on, for listeners.
     *
     * @param why the origin, or null if the program executes them
     */
    public void origin(@Nullable StatementOrigin why) {
        origin = why;
    }

    /** Returns why statements are executed, or null if the program executes them. */
    public @Nullable StatementOrigin origin() {
        return origin;
    }

    /** Returns whether the options of the connection translate schemas. */
    public boolean translatesSchemas() {
        return connection.options().settings().translates();
    }

    /**
     * Executes a statement that returns rows.
     *
     * @param values the values of named parameters
     * @param settings options of this execution
     * @return the rows, which the caller must close
     */
    public RowReader read(Statement<?> statement, Map<String, ? extends @Nullable Object> values,
            ExecuteOption... settings) {
        var shape = StatementShape.of(statement);
        var with = connection.settings(statement, settings);
        var cached = engine.cached(shape, statement, with.translates());
        return query(cached, new BoundValues(cached, shape.values(), values), with);
    }

    /**
     * Executes a prepared query with values for its named parameters.
     *
     * @param source the original statement, for listeners
     * @param values the values in the order of {@link StatementShape#values()}
     * @param named the values of named parameters
     * @param settings options of this execution
     * @return the rows, which the caller must close
     */
    public RowReader read(CachedStatement statement, Statement<?> source, @Nullable Object[] values,
            Map<String, ? extends @Nullable Object> named, ExecuteOption... settings) {
        return query(statement, new BoundValues(statement, values, named), connection.settings(source, settings));
    }

    /**
     * Executes a prepared query.
     *
     * @param values the values in the order of {@link StatementShape#values()}
     * @return the rows, which the caller must close
     */
    public RowReader query(CachedStatement statement, @Nullable Object... values) {
        return query(statement, new BoundValues(statement, values, Map.of()), connection.options().settings());
    }

    /**
     * Executes a prepared query, or takes its rows from a cache.
     *
     * @param values the values in the order of {@link StatementShape#values()}
     * @param cache the cache, or null for none
     * @return the rows, which the caller must close
     */
    public RowReader query(CachedStatement statement, @Nullable Object[] values, @Nullable RowCache cache) {
        var settings = connection.options().settings();
        return query(statement, new BoundValues(statement, values, Map.of()),
                cache == null ? settings : settings.with(ExecuteOption.fromCache(cache)));
    }

    private RowReader query(CachedStatement statement, BoundValues values, ExecuteSettings settings) {
        return executor.rows(statement, values, settings);
    }

    /**
     * Executes a prepared query, whose parameters are written one by one.
     *
     * @return the rows, which the caller must close
     */
    public RowReader query(CachedStatement statement, ParameterBinder binder) {
        requireFixed(statement);
        connection.begin(statement);
        return executor.query(statement, statement.sql(), binder, connection.options().settings());
    }

    /**
     * Executes a prepared statement that returns no rows.
     *
     * @param values the values in the order of {@link StatementShape#values()}
     * @return the number of changed rows
     */
    public long update(CachedStatement statement, @Nullable Object... values) {
        connection.begin(statement);
        var bound = new BoundValues(statement, values, Map.of());
        return executor.update(statement, bound.sql(), bound, connection.options().settings());
    }

    /**
     * Executes a prepared statement that returns no rows, whose parameters are written one by one.
     *
     * @return the number of changed rows
     */
    public long update(CachedStatement statement, ParameterBinder binder) {
        requireFixed(statement);
        connection.begin(statement);
        return executor.update(statement, statement.sql(), binder, connection.options().settings());
    }

    /**
     * Executes a prepared statement for many rows of parameters.
     *
     * @param rows the number of rows
     * @return the number of changed rows of each execution, -2 if the driver does not report it
     */
    public long[] batch(CachedStatement statement, int rows, RowBinder binder) {
        requireFixed(statement);
        if (rows == 0) {
            return new long[0];
        }
        connection.begin(statement);
        return executor.batch(statement, statement.sql(), rows, binder, connection.options().settings());
    }

    /**
     * Inserts many rows and passes the database-generated keys on, in the order of the rows.
     *
     * @param insert an INSERT of one row, from {@link #prepareForKeys}, or one with {@code returning(...)} if the
     *     database supports it
     * @param rows the number of rows
     * @param binder writes the parameters of each row
     * @param keys receives the returned columns of each row, or its generated key as the only column
     */
    public void insertRows(CachedStatement insert, int rows, RowBinder binder, KeyReceiver keys) {
        requireFixed(insert);
        if (rows > 0) {
            connection.begin(insert);
            new BulkInsert(executor, engine, insert, binder, keys, connection.options().settings()).run(rows);
        }
    }

    private static void requireFixed(CachedStatement statement) {
        if (statement.compiled().hasExpanding()) {
            throw new IllegalArgumentException(
                    "The statement has a list of values, whose length must be known: " + statement.sql()
                            + ". Pass the values instead of a writer.");
        }
    }
}
