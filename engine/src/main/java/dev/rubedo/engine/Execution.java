package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement on its way, as listeners see it. Confined to one thread at a time.
 */
public final class Execution {

    private final Connection connection;
    private final String sql;
    private final String tag;
    private final @Nullable Statement<?> statement;
    private final List<List<@Nullable Object>> parameters = new ArrayList<>();
    private long startedAt;
    private long nanos;
    private long rowCount = -1;

    Execution(Connection connection, String sql, String tag, @Nullable Statement<?> statement) {
        this.statement = statement;
        this.connection = connection;
        this.sql = sql;
        this.tag = tag;
    }

    /** Returns the connection that executes. */
    public Connection connection() {
        return connection;
    }

    /** Returns the SQL as the driver gets it. */
    public String sql() {
        return sql;
    }

    /** Returns the name given by {@link ExecuteOption#tag(String)}, empty if none was given. */
    public String tag() {
        return tag;
    }

    /**
     * Returns the statement as the program gave it: about entities if a session executes it. Empty for what is executed
     * as SQL text alone, and for statements that a session makes for itself, such as those of flushes and of loading on
     * access.
     */
    public Optional<Statement<?>> statement() {
        return Optional.ofNullable(statement);
    }

    /** Returns the values in the order of the markers, one list for each row of a batch and else one list. */
    public List<List<@Nullable Object>> parameters() {
        return Collections.unmodifiableList(parameters);
    }

    /** Returns how many rows were changed; -1 where that is unknown, or the statement returns rows. */
    public long rowCount() {
        return rowCount;
    }

    /** Returns how long the database took to answer; zero before. */
    public Duration duration() {
        return Duration.ofNanos(nanos);
    }

    List<@Nullable Object> newRow() {
        List<@Nullable Object> row = new ArrayList<>();
        parameters.add(row);
        return row;
    }

    void start() {
        startedAt = System.nanoTime();
    }

    void finish(long rows) {
        nanos = System.nanoTime() - startedAt;
        rowCount = rows;
    }

    @Override
    public String toString() {
        return sql;
    }
}
