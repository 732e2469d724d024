package dev.rubedo.engine;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.TwoPhaseControl;
import dev.rubedo.compile.StatementShape;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.CatalogQueries;
import dev.rubedo.reflect.CatalogRow;
import dev.rubedo.reflect.Inspector;
import dev.rubedo.result.Result;
import dev.rubedo.result.RowReader;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database. It executes statements in a transaction, which begins implicitly with the first of them.
 *
 * <p>{@link #close()} rolls back an open transaction. If the database connection is lost in a transaction, call
 * {@link #rollback()}; after that, this object continues with a new physical connection. On some databases (PostgreSQL)
 * a failed statement makes its whole transaction unusable; run statements that may fail in {@link #inSavepoint}.
 * Confined to one thread at a time.
 */
public final class Connection implements DdlTarget, CatalogQueries, AutoCloseable {

    private final Engine engine;
    private final PhysicalConnection physical;
    private final TransactionState transaction;
    private final StatementExecutor executor;
    private ConnectionOptions options = ConnectionOptions.NONE;
    private final PreparedExecution prepared;
    private final ChangeTracker tracker;
    private boolean closed;

    Connection(Engine engine) {
        this.engine = engine;
        this.physical = new PhysicalConnection(engine.pool(), engine.backend(), engine.place(), new Losses());
        this.transaction = new TransactionState(this, physical, engine.backend().transactions(),
                engine.restsInAutoCommit());
        this.tracker = new ChangeTracker(engine.changeListeners());
        this.executor = new StatementExecutor(this, engine, physical);
        this.prepared = new PreparedExecution(this, engine, executor);
        physical.jdbc();
    }

    /** Returns the engine that this connection belongs to. */
    public Engine engine() {
        return engine;
    }

    /**
     * Executes a statement.
     *
     * @param settings options of this execution
     * @return its rows, or the number of changed rows
     * @throws dev.rubedo.error.DatabaseException if the database reports an error
     * @throws dev.rubedo.error.CompileException if the statement cannot be compiled for this database
     */
    public <T extends @Nullable Object> Result<T> execute(Statement<T> statement, ExecuteOption... settings) {
        return execute(statement, Map.of(), settings);
    }

    /**
     * Executes a statement with values for its named parameters.
     *
     * @param values the values by name; parameters that are not listed keep the value in the statement
     * @param settings options of this execution
     * @throws dev.rubedo.error.ResultException if a parameter has no value
     * @throws dev.rubedo.error.InvalidStatementException if the statement has options, which only the ORM understands
     */
    public <T extends @Nullable Object> Result<T> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values,
            ExecuteOption... settings) {
        ensureOpen();
        if (settings.length > 0) {
            var with = settings(statement, settings);
            return with.returnsKeys() ? new InsertedKeys(this, executor).execute((Insert<?>) statement, values, with)
                    : this.<T>execute(statement, values, with).inPartitionsOf(with.pageSize());
        }
        return execute(statement, values, settings(statement));
    }

    private <T extends @Nullable Object> Result<T> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values, ExecuteSettings with) {
        // the settings name the statement if there are listeners
        var sent = with.statement() != null ? replaced(statement) : statement;
        var shape = StatementShape.of(sent);
        var cached = engine.cached(shape, sent, with.translates());
        var bound = new BoundValues(cached, shape.values(), values);
        if (cached.isText()) {
            begin(cached);
            return TextExecution.run(executor, engine, cached, bound, with);
        }
        if (cached.returnsRows()) {
            Result<T> result = Result.of(executor.rows(cached, bound, with),
                    cached.shape(sent.selectList()));
            return cached.isInsert() ? result.ofInsert() : result;
        }
        begin(cached);
        long changed = executor.update(cached, bound.sql(), bound, with);
        return cached.isInsert() ? Result.ofInsert(changed, List.of()) : Result.ofCount(changed);
    }

    /**
     * Executes a statement once for each map of values, as a batch.
     *
     * @param rows the values by name, one map for each execution
     * @return the number of changed rows of each execution, -2 if the driver does not report it
     */
    public long[] executeMany(Statement<?> statement, List<? extends Map<String, ? extends @Nullable Object>> rows,
            ExecuteOption... settings) {
        ensureOpen();
        var sent = hasListeners() ? replaced(statement) : statement;
        var shape = StatementShape.of(sent);
        var with = settings(statement, settings);
        var cached = engine.cached(shape, sent, with.translates());
        if (cached.returnsRows() || hasNamedLists(cached)) {
            throw new IllegalArgumentException(
                    "executeMany() accepts only statements that return no rows and have no named lists of values: "
                            + cached.sql() + ". Execute them one by one.");
        }
        if (with.returnsKeys()) {
            throw new IllegalArgumentException(
                    "executeMany() returns no generated keys. Execute insertInto(...).rows(...) "
                            + "with generatedKeys() instead.");
        }
        if (rows.isEmpty()) {
            return new long[0];
        }
        begin(cached);
        String sql = BoundValues.ofRow(cached, shape.values(), rows.get(0)).sql();
        return executor.batch(cached, sql, rows.size(),
                (row, out) -> BoundValues.ofRow(cached, shape.values(), rows.get(row)).bind(out), with);
    }

    /** Lists that belong to the statement itself have the same length for all rows. */
    private static boolean hasNamedLists(CachedStatement statement) {
        return statement.compiled().hasExpanding()
                && statement.binds().stream().anyMatch(slot -> slot.expanding() && slot.name() != null);
    }

    /**
     * Executes SQL that is sent to the driver unchanged: names and lists are neither parsed nor expanded.
     *
     * @param sql the SQL, with the driver's markers
     * @param parameters the values in the order of the markers, bound according to their Java classes
     * @param settings options of this execution
     * @return its rows, or the number of changed rows
     * @throws dev.rubedo.error.DatabaseException if the database reports an error
     */
    public Result<Row> executeDriverSql(String sql, List<? extends @Nullable Object> parameters,
            ExecuteOption... settings) {
        ensureOpen();
        begin(true);
        var with = settings.length == 0 ? options.settings() : options.settings().with(settings);
        if (with.returnsKeys()) {
            throw new IllegalArgumentException("generatedKeys() requires an INSERT that is built as a statement tree. "
                    + "Use insertInto(...), or RETURNING in the SQL.");
        }
        if (with.cache() != null) {
            throw new InvalidStatementException("fromCache(...) requires a query that is built as a statement tree, "
                    + "not: " + sql + ". Use text(...).columns(...), or remove the option.");
        }
        if (tracker.isListenedTo() && TextEffects.mayChange(sql)) {
            tracker.changingAny();
        }
        return TextExecution.runDriverSql(executor, engine, sql, parameters, with).inPartitionsOf(with.pageSize());
    }

    /** Returns all rows of a query. */
    public <T extends @Nullable Object> List<T> all(Statement<T> query, ExecuteOption... settings) {
        return execute(query, settings).all();
    }

    /** Returns the only row of a query; see {@link Result#one()}. */
    public <T extends @Nullable Object> T one(Statement<T> query, ExecuteOption... settings) {
        return execute(query, settings).one();
    }

    /** Returns the only row of a query, or empty if there is none; see {@link Result#optional()}. */
    public <T extends @Nullable Object> Optional<@NonNull T> optional(Statement<T> query, ExecuteOption... settings) {
        return execute(query, settings).optional();
    }

    /** Returns the first row of a query, or empty if there is none. */
    public <T extends @Nullable Object> Optional<@NonNull T> first(Statement<T> query, ExecuteOption... settings) {
        return execute(query, settings).first();
    }

    /**
     * Returns the first result of a query for one value, such as {@code select(max(users.age))}; empty if there is none
     * or it is NULL.
     *
     * @throws IllegalArgumentException if the query selects several things or is a text statement
     */
    public <T extends @Nullable Object> Optional<@NonNull T> scalar(Statement<T> query, ExecuteOption... settings) {
        if (!query.selectList().isSingle()) {
            throw new IllegalArgumentException("scalar(...) requires a query for one value, but this one returns rows: "
                    + query + ". Select one value, or get a row with first(...).");
        }
        return execute(query, settings).first();
    }

    /** Returns the rows of a query as a lazy stream. Close the stream unless it is read to its end. */
    public <T extends @Nullable Object> Stream<T> stream(Statement<T> query, ExecuteOption... settings) {
        return execute(query, settings).stream();
    }

    /** Returns the number of rows of a query, counted by the database. */
    public long count(Selectable<?> query, ExecuteOption... settings) {
        return execute(query.count(), settings).one();
    }

    /** Returns whether a query has rows, as determined by the database. */
    public boolean exists(Selectable<?> query, ExecuteOption... settings) {
        return execute(Sql.select(query.exists()), settings).one();
    }

    /** Begins a transaction for a statement unless one is open. */
    void begin(CachedStatement statement) {
        begin(statement.writes());
        if (statement.mayChangeAny()) {
            tracker.changingAny();
        } else {
            tracker.changing(statement.tables());
        }
    }

    ChangeTracker tracker() {
        return tracker;
    }

    /** Begins a transaction unless one is open. */
    void begin(boolean writes) {
        ensureOpen();
        transaction.ensureBegun(writes);
    }

    /**
     * Begins a transaction explicitly, instead of with the first statement. On SQLite, this acquires the write lock
     * immediately.
     *
     * @throws RubedoException {@link ErrorCode#TRANSACTION_STATE} if one is open
     */
    public Transaction begin() {
        ensureOpen();
        return transaction.begin();
    }

    /** Returns the current transaction, if one is open. */
    public Optional<Transaction> transaction() {
        return Optional.ofNullable(transaction.current());
    }

    /** Returns the innermost active savepoint, if there is one. */
    public Optional<Savepoint> currentSavepoint() {
        return Optional.ofNullable(transaction.currentSavepoint());
    }

    /** Returns the low-level execution API for planners such as the ORM. SPI. */
    public PreparedExecution prepared() {
        return prepared;
    }

    /**
     * Returns a map in which a program can keep notes about the physical connection; empty at first. They are kept
     * across uses of the pooled connection and end with it.
     */
    public Map<String, Object> info() {
        ensureOpen();
        return physical.info();
    }

    /** Returns whether a transaction is open. */
    public boolean isInTransaction() {
        return transaction.isActive();
    }

    /** Returns whether a savepoint is active. */
    public boolean isInSavepoint() {
        return transaction.isInSavepoint();
    }

    /** Commits the transaction. The next statement begins another one. A no-op if no transaction is open. */
    public void commit() {
        ensureOpen();
        executor.endReaders();
        transaction.commit();
    }

    /** Rolls back the transaction. The next statement begins another one. A no-op if no transaction is open. */
    public void rollback() {
        ensureOpen();
        executor.endReaders();
        transaction.rollback();
    }

    /**
     * Begins a transaction that is committed in two phases, with a new identifier.
     *
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database has no prepared transactions
     */
    public TwoPhaseTransaction beginTwoPhase() {
        return beginTwoPhase(TwoPhaseTransaction.newXid());
    }

    /**
     * Begins a transaction that is committed in two phases.
     *
     * @param xid its identifier, unique in the database: up to 64 letters, digits and {@code - _ . : @}
     * @throws RubedoException {@link ErrorCode#TRANSACTION_STATE} if a transaction is open
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database has no prepared transactions
     */
    public TwoPhaseTransaction beginTwoPhase(String xid) {
        ensureOpen();
        return transaction.beginTwoPhase(TwoPhaseTransaction.checked(xid));
    }

    /** Returns the current transaction if it is a two-phase transaction. */
    public Optional<TwoPhaseTransaction> twoPhase() {
        return Optional.ofNullable(transaction.twoPhase());
    }

    /** Returns the identifiers of all prepared transactions, whether or not they still have a connection. */
    public List<String> recoverTwoPhase() {
        ensureOpen();
        var control = twoPhaseControl();
        var found = new ArrayList<String>();
        transaction.alone("", jdbc -> found.addAll(control.recover(jdbc)));
        return found;
    }

    /**
     * Commits a prepared transaction whose connection was lost.
     *
     * @throws dev.rubedo.error.DatabaseException if there is none with this identifier
     */
    public void commitPrepared(String xid) {
        ensureOpen();
        var control = twoPhaseControl();
        try {
            transaction.alone("COMMIT PREPARED",
                    jdbc -> control.commitPrepared(jdbc, TwoPhaseTransaction.checked(xid)));
        } finally {
            tracker.changingAny();
            tracker.tell();
        }
        if (hasListeners()) {
            fire(listener -> listener.afterCommitPrepared(this, xid));
        }
    }

    /**
     * Rolls back a prepared transaction whose connection was lost.
     *
     * @throws dev.rubedo.error.DatabaseException if there is none with this identifier
     */
    public void rollbackPrepared(String xid) {
        ensureOpen();
        var control = twoPhaseControl();
        transaction.alone("ROLLBACK PREPARED",
                jdbc -> control.rollbackPrepared(jdbc, TwoPhaseTransaction.checked(xid)));
        if (hasListeners()) {
            fire(listener -> listener.afterRollbackPrepared(this, xid));
        }
    }

    /**
     * Returns the position of the database's last change, for {@link #hasReached} on its replicas, or empty if the
     * database does not report positions. Call it after a commit; a transaction begins if none is open.
     */
    public Optional<String> writePosition() {
        return engine.backend().replication().map(queries -> rows(queries.position()).get(0).text("answer"));
    }

    /**
     * Returns whether this database is a replica that has the changes up to a position. A transaction begins if none is
     * open.
     *
     * @param position the position, from {@link #writePosition()} of the primary database
     */
    public boolean hasReached(String position) {
        return engine.backend().replication().map(queries -> rows(queries.reached(), position).get(0).truth("answer"))
                .orElse(false);
    }

    /**
     * Returns how far this replica is behind its primary database, or empty if this is not a replica or the database
     * does not report it. A transaction begins if none is open.
     */
    public Optional<Duration> replicationLag() {
        return engine.backend().replication().map(queries -> rows(queries.lag()).get(0))
                .filter(row -> row.text("answer") != null).map(row -> Duration.ofMillis(row.number("answer")));
    }

    TwoPhaseControl twoPhaseControl() {
        var dialect = engine.dialect();
        return engine.backend().twoPhase().filter(control -> dialect.supports(Feature.TWO_PHASE_COMMIT))
                .orElseThrow(() -> new UnsupportedFeatureException(Feature.TWO_PHASE_COMMIT, dialect.name(),
                        "beginTwoPhase()"));
    }

    void endReaders() {
        executor.endReaders();
    }

    /**
     * Sets a savepoint, beginning a transaction if none is open.
     *
     * @throws UnsupportedFeatureException if the database has no savepoints
     */
    public Savepoint savepoint() {
        ensureOpen();
        var dialect = engine.dialect();
        if (!dialect.supports(Feature.SAVEPOINTS)) {
            throw new UnsupportedFeatureException(Feature.SAVEPOINTS, dialect.name(), "savepoint()");
        }
        return transaction.savepoint();
    }

    /**
     * Runs a block in a savepoint. Its changes are kept, or rolled back if it throws.
     *
     * @throws X any exception that the block throws
     */
    public <X extends Exception> void inSavepoint(SavepointBlock<X> block) throws X {
        try (var savepoint = savepoint()) {
            block.run();
            if (savepoint.isActive()) {
                savepoint.commit();
            }
        }
    }

    /**
     * Returns the result of a block that runs in a savepoint. Its changes are kept, or rolled back if it throws.
     *
     * @throws X any exception that the block throws
     */
    public <R extends @Nullable Object, X extends Exception> R fromSavepoint(SavepointValue<R, X> block) throws X {
        try (var savepoint = savepoint()) {
            R result = block.run();
            if (savepoint.isActive()) {
                savepoint.commit();
            }
            return result;
        }
    }

    /**
     * Changes options of this connection until it is closed: {@code engine.connect().options(o -> o.readOnly(true))}.
     *
     * @param change derives the new options from the current ones
     * @return this connection
     * @throws RubedoException if a transaction is open and the change would affect it
     */
    public Connection options(UnaryOperator<ConnectionOptions> change) {
        ensureOpen();
        applyAgainIfLost();
        var before = options;
        apply(change.apply(options));
        if (hasListeners()) {
            fire(listener -> listener.afterOptions(this, before));
        }
        return this;
    }

    void apply(ConnectionOptions wanted) {
        var level = wanted.isolationLevel();
        if (level.isPresent() && !level.equals(options.isolationLevel())) {
            transaction.isolation(level.get());
        }
        transaction.readOnly(wanted.isReadOnly());
        transaction.deferrable(wanted.isDeferrable());
        options = wanted;
    }

    /** Applies the options of a lost physical connection to its replacement, or discards the replacement. */
    void applyAgainIfLost() {
        if (!physical.isLost()) {
            return;
        }
        requireIntact();
        var wanted = options;
        options = ConnectionOptions.NONE;
        try {
            apply(wanted);
        } catch (RuntimeException | Error e) {
            options = wanted;
            physical.discard(e);
            transaction.lost(null);
            throw e;
        }
    }

    /** Returns the options of this connection. */
    public ConnectionOptions options() {
        return options;
    }

    /** Returns the isolation level of this connection's transactions. */
    public IsolationLevel isolationLevel() {
        ensureOpen();
        applyAgainIfLost();
        return transaction.isolation();
    }

    @Override
    public void execute(DdlElement element) {
        NameLengths.require(element, engine.dialect().traits());
        begin(true);
        tracker.changingAny();
        if (hasListeners()) {
            fire(listener -> listener.beforeDdl(this, element));
        }
        executor.forgetStatements();
        for (var sql : engine.dialect(options.settings().translates()).prepare(element)) {
            TextExecution.runAlone(executor, executor.prepared(sql, StatementSubject.DDL, options.settings()));
        }
        if (hasListeners()) {
            fire(listener -> listener.afterDdl(this, element));
        }
    }

    @Override
    public Set<String> tableNames(String schema) {
        return inspect().spellings(options.schemaFor(schema));
    }

    @Override
    public Set<String> viewNames(String schema) {
        return inspect().viewSpellings(options.schemaFor(schema));
    }

    @Override
    public boolean hasTable(String schema, String table) {
        return inspect().hasTable(options.schemaFor(schema), table);
    }

    @Override
    public boolean hasSequence(String schema, String sequence) {
        return engine.backend().schemaReader().hasSequence(this, options.schemaFor(schema), sequence);
    }

    @Override
    public boolean hasType(String schema, String type) {
        return engine.backend().schemaReader().hasType(this, options.schemaFor(schema), type);
    }

    @Override
    public String dialectName() {
        return engine.dialectName();
    }

    @Override
    public boolean supports(Feature feature) {
        return engine.dialect().supports(feature);
    }

    /** Returns an inspector that queries the catalog through this connection, in its transaction. */
    public Inspector inspect() {
        return Inspector.of(this, engine.backend().schemaReader(), engine.reflectedTypes());
    }

    /** Executes a catalog query, for schema readers. */
    @Override
    public List<CatalogRow> rows(String sql, @Nullable Object... parameters) {
        begin(false);
        return TextExecution.catalogRows(executor, engine, sql, Arrays.asList(parameters));
    }

    /**
     * Returns the JDBC connection, for features that Rubedo does not support. Work on it is part of this connection's
     * transaction, which begins if none is open, without acquiring a lock (on SQLite, as a read transaction).
     * {@link #commit()} and {@link #rollback()} end it. Do not commit, roll back or close the JDBC connection, and do
     * not retain it: after the transaction, another one may replace it.
     */
    public java.sql.Connection jdbc() {
        begin(false);
        tracker.changingAny();
        return physical.jdbc();
    }

    /** Discards the physical connection, which is closed instead of reused. An open transaction is lost. */
    public void invalidate() {
        ensureOpen();
        executor.endReaders();
        physical.discard(null);
        transaction.lost(null);
    }

    /**
     * Permanently removes the physical connection from the pool, for example before its session is changed in a way
     * that cannot be undone. It is closed together with this connection and no longer counts towards the size of the
     * pool.
     *
     * @throws UnsupportedOperationException if the pool has only one connection
     */
    public void detach() {
        ensureOpen();
        physical.detach();
    }

    /**
     * Makes the pool close the physical connection instead of keeping it when this connection is closed. Unlike
     * {@link #invalidate()}, this does not disturb an open transaction.
     */
    public void retire() {
        ensureOpen();
        physical.retire();
    }

    /** Returns whether this connection is closed. */
    public boolean isClosed() {
        return closed;
    }

    /** Rolls back an open transaction and returns the physical connection to the pool. A second call has no effect. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            executor.endReaders();
            transaction.rollback();
        } catch (RuntimeException | Error e) {
            physical.discard(e);
            throw e;
        }
        tracker.tell();
        giveBack();
        if (hasListeners()) {
            fire(listener -> listener.afterClose(this));
        }
    }

    private void giveBack() {
        var lent = physical.current();
        if (lent == null) {
            return;
        }
        try {
            physical.enter();
            transaction.restore(lent.jdbc());
            physical.leave();
        } catch (SQLException | RuntimeException e) {
            physical.discard(e);
        } catch (Error e) {
            physical.discard(e);
            throw e;
        }
        physical.checkIn();
    }

    ExecuteSettings settings(Statement<?> statement, ExecuteOption... more) {
        var settings = more.length == 0 ? options.settings() : options.settings().with(more);
        if (more.length > 0 && settings.returnsKeys()) {
            InsertedKeys.check(statement);
        }
        if (settings.cache() != null && !(statement instanceof Selectable<?>)) {
            throw new InvalidStatementException("fromCache(...) requires a query whose columns are known, not: "
                    + statement + ". Remove the option, or declare the columns of a text: text(...).columns(...).");
        }
        return hasListeners() ? settings.of(statement) : settings;
    }

    boolean hasListeners() {
        return !engine.listeners().isEmpty();
    }

    private <T extends @Nullable Object> Statement<T> replaced(Statement<T> statement) {
        var replaced = statement;
        for (var listener : engine.listeners().listeners()) {
            replaced = listener.beforeCompile(this, replaced);
        }
        return replaced;
    }

    /** Returns the SQL to send, after listeners may have replaced it. */
    String replaced(String sql) {
        String replaced = sql;
        for (var listener : engine.listeners().listeners()) {
            replaced = listener.beforePrepare(this, replaced);
        }
        return replaced;
    }

    /** Returns the exception to throw, after listeners may have replaced it. */
    RuntimeException replaced(Execution execution, RuntimeException failure) {
        var replaced = failure;
        for (var listener : engine.listeners().listeners()) {
            replaced = listener.replaceError(execution, replaced);
        }
        return replaced;
    }

    void fire(Consumer<ExecutionListener> call) {
        engine.listeners().fire(call);
    }

    /** Throws if the transaction is lost. */
    void requireIntact() {
        transaction.requireIntact();
    }

    List<RowReader> readers() {
        return executor.readers();
    }

    /** Ends the results opened within a savepoint; one that was opened before it stays open. */
    void endReadersOf(Savepoint savepoint) {
        executor.endReadersBut(savepoint.readersBefore());
    }

    /** Announces that {@link Execution#abort} closes the physical connection. */
    void aborts() {
        physical.aborts();
    }

    private void ensureOpen() {
        if (closed) {
            throw new RubedoException(ErrorCode.TRANSACTION_STATE,
                    "This connection is closed. Get another one from engine.connect().");
        }
    }

    @Override
    public String toString() {
        return "Connection[" + engine.url() + (closed ? ", closed" : "") + "]";
    }

    /** A receiver of the events of the physical connection. Confined to one thread at a time. */
    private final class Losses implements PhysicalConnection.Owner {

        @Override
        public boolean hidesValues() {
            return engine.hidesValues();
        }

        @Override
        public void lost(@Nullable DatabaseException cause) {
            transaction.lost(cause);
            executor.endReaders();
        }

        @Override
        public void undone() {
            transaction.undone();
        }
    }
}
