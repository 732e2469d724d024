package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a statement, as shown to listeners. Confined to one thread at a time, except for
 * {@link #cancel}, {@link #abort} and {@link #isRunning}.
 */
public final class Execution {

    private final Connection connection;
    private final String sql;
    private final StatementSubject subject;
    private final ExecuteSettings settings;
    private final @Nullable StatementOrigin origin;
    private final List<List<@Nullable Object>> parameters = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private java.sql.@Nullable Statement running;
    private boolean isCancelUnderWay;
    private long startedAt;
    private long nanos;
    private long rowCount = -1;
    private boolean returnsRows;
    private long rowsRead;
    private @Nullable Map<Object, Object> notes;

    Execution(Connection connection, String sql, StatementSubject subject, ExecuteSettings settings) {
        this.connection = connection;
        this.sql = sql;
        this.subject = subject;
        this.settings = settings;
        this.origin = connection.prepared().origin();
    }

    /** Returns the connection that executes. */
    public Connection connection() {
        return connection;
    }

    /** Returns the SQL as passed to the driver. */
    public String sql() {
        return sql;
    }

    /** Returns what the statement does and to which tables, according to its tree. */
    public StatementSubject subject() {
        return subject;
    }

    /** Returns why the ORM executes the statement; empty for a statement that the program itself executes. */
    public Optional<StatementOrigin> origin() {
        return Optional.ofNullable(origin);
    }

    /** Returns the name given by {@link ExecuteOption#tag(String)}; empty for none. */
    public String tag() {
        return settings.tag();
    }

    /** Returns the application-defined options, set by {@link ExecuteOption#option}; possibly empty. */
    public Map<String, Object> options() {
        return settings.own();
    }

    /**
     * Returns the original statement, which refers to entities if the ORM executes it. Empty for plain SQL text, and
     * for statements that the ORM generates, such as those of flushes and lazy loading.
     */
    public Optional<Statement<?>> statement() {
        return Optional.ofNullable(settings.statement());
    }

    /** Returns the values in the order of the markers: one list for each row of a batch, otherwise a single list. */
    public List<List<@Nullable Object>> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** Returns the number of changed rows; -1 if it is unknown, or if the statement returns rows. */
    public long rowCount() {
        return rowCount;
    }

    /** Returns whether the database has responded with rows, which are read later. */
    public boolean returnsRows() {
        return returnsRows;
    }

    /** Returns the number of rows that the program has read; final when {@link ExecutionListener#afterRead} is called. */
    public long rowsRead() {
        return rowsRead;
    }

    /**
     * Returns a map in which listeners can keep data about this execution from one call to the next; empty at first.
     * The keys should be classes or other objects that belong to the listener.
     */
    public Map<Object, Object> notes() {
        if (notes == null) {
            notes = new HashMap<>();
        }
        return notes;
    }

    /** Returns the response time of the database; zero before its response. */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    /**
     * Cancels the statement while the database executes it or its rows are read; a no-op afterwards. The execution
     * fails with a {@link dev.rubedo.error.StatementTimeoutException}, and the connection stays usable. A request that
     * arrives before the database has begun the statement has no effect; repeat it until the execution has ended. May
     * be called from any thread.
     *
     * @throws dev.rubedo.error.OperationalException if the driver fails to cancel
     */
    public void cancel() {
        lock.lock();
        try {
            if (running != null && !connection.engine().backend().cancel(running)) {
                isCancelUnderWay = true;
            }
        } catch (SQLException e) {
            throw connection.engine().backend().errors().translate(e, sql, "");
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns whether the database executes the statement now or its rows are being read. May be called from any thread.
     */
    public boolean isRunning() {
        lock.lock();
        try {
            return running != null;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Closes the physical connection while the database executes the statement or its rows are read; a no-op
     * afterwards. The execution fails with a {@link dev.rubedo.error.DisconnectedException}, the transaction is lost,
     * and the pool replaces only this connection. Use it for a statement that does not end after {@link #cancel}. May
     * be called from any thread.
     *
     * @throws dev.rubedo.error.OperationalException if the driver fails to close the connection
     */
    public void abort() {
        lock.lock();
        try {
            if (running != null) {
                connection.aborts();
                running.getConnection().abort(Runnable::run);
            }
        } catch (SQLException e) {
            throw connection.engine().backend().errors().translate(e, sql, "");
        } finally {
            lock.unlock();
        }
    }

    /** Sets the statement that {@link #cancel} ends. */
    void runs(java.sql.Statement jdbc) {
        lock.lock();
        try {
            running = jdbc;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Records that the statement has ended. Waits for a cancellation in progress.
     *
     * @return whether a request to cancel it may still arrive, and would then end a later statement of the connection
     */
    boolean ends() {
        lock.lock();
        try {
            running = null;
            return isCancelUnderWay;
        } finally {
            lock.unlock();
        }
    }

    /** Calls the observer of this execution. */
    void observe() {
        var observer = settings.observer();
        if (observer != null) {
            observer.accept(this);
        }
    }

    List<@Nullable Object> newRow() {
        List<@Nullable Object> row = new ArrayList<>();
        parameters.add(row);
        return row;
    }

    void start() {
        startedAt = System.nanoTime();
    }

    void read(long rows) {
        rowsRead = rows;
    }

    void hasRows() {
        returnsRows = true;
    }

    void finish(long rows) {
        // what could not be prepared was never sent
        nanos = startedAt == 0 ? 0 : System.nanoTime() - startedAt;
        rowCount = rows;
    }

    @Override
    public String toString() {
        return sql;
    }
}
