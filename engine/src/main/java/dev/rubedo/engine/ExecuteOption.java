package dev.rubedo.engine;

import dev.rubedo.error.ReadableDuration;
import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;

/** An option of one execution. Immutable. */
public sealed interface ExecuteOption {

    /**
     * Returns an option that fetches rows in chunks, so that a large result does not exhaust the memory.
     *
     * @param rows the number of rows that the driver fetches at once
     */
    static ExecuteOption fetchSize(int rows) {
        return new FetchSize(rows);
    }

    /**
     * Returns an option that fetches rows in chunks, like {@link #fetchSize}, and makes the chunks the lists of
     * {@link dev.rubedo.result.Result#partitions()}.
     *
     * @param rows the number of rows
     */
    static ExecuteOption yieldPer(int rows) {
        return new YieldPer(rows);
    }

    /**
     * Returns an option that makes an INSERT return the primary keys of its rows, for
     * {@link dev.rubedo.result.Result#insertedPrimaryKeys()}. On a database without {@code RETURNING}, the only primary
     * key column must be auto-incremented.
     */
    static ExecuteOption generatedKeys() {
        return new GeneratedKeys();
    }

    /**
     * Returns an option that ends the statement after a timeout.
     *
     * @param limit the timeout, after which a {@link dev.rubedo.error.StatementTimeoutException} is thrown
     */
    static ExecuteOption timeout(Duration limit) {
        return new Timeout(limit);
    }

    /**
     * Returns an option that names the execution in logs and for listeners.
     *
     * @param name the name
     */
    static ExecuteOption tag(String name) {
        return new Tag(name);
    }

    /**
     * Returns an option that replaces a schema of the metadata by another one, as
     * {@link ConnectionOptions#schemaTranslate(String, String)} does for all executions of a connection.
     *
     * @param from the schema in the metadata; empty for tables without a schema
     * @param to the schema in the database; empty for the default schema
     */
    static ExecuteOption schemaTranslate(String from, String to) {
        return new SchemaTranslate(from, to);
    }

    /**
     * Returns an application-defined option, which listeners read with {@link Execution#options()}.
     *
     * @param name the name
     * @param value the value
     */
    static ExecuteOption option(String name, Object value) {
        return new Own(name, value);
    }

    /**
     * Returns an option that calls an action immediately before the statement is sent, on the thread that executes it.
     * Another thread can then {@link Execution#cancel() cancel} the execution.
     *
     * @param observer the action; an exception is propagated to the caller, and nothing is sent
     */
    static ExecuteOption onExecute(Consumer<? super Execution> observer) {
        return new OnExecute(observer);
    }

    /**
     * Returns an option that takes the rows of a query from a cache. A query that is not in the cache is executed, and
     * all its rows are read and stored in the cache. Statements other than queries, queries that lock rows and text
     * whose columns are not declared are rejected.
     *
     * @param cache the cache
     */
    static ExecuteOption fromCache(RowCache cache) {
        return new FromCache(cache);
    }

    /**
     * Returns an option with the original statement of this execution, for listeners. For planners, which execute
     * another statement than the one that the program passed.
     *
     * @param statement the original statement
     */
    static ExecuteOption forStatement(Statement<?> statement) {
        return new ForStatement(statement);
    }

    /**
     * See {@link #forStatement(Statement)}. Immutable.
     *
     * @param statement the original statement
     */
    record ForStatement(Statement<?> statement) implements ExecuteOption {
        /** Checks that there is a statement. */
        public ForStatement {
            Objects.requireNonNull(statement, "statement");
        }
    }

    /**
     * See {@link #option(String, Object)}. Immutable.
     *
     * @param name the name
     * @param value the value
     */
    record Own(String name, Object value) implements ExecuteOption {
        /** Checks that there are both. */
        public Own {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * See {@link #fromCache(RowCache)}. Immutable.
     *
     * @param cache the cache
     */
    record FromCache(RowCache cache) implements ExecuteOption {
        /** Checks that there is a cache. */
        public FromCache {
            Objects.requireNonNull(cache, "cache");
        }
    }

    /**
     * See {@link #onExecute(Consumer)}. Immutable.
     *
     * @param observer the action
     */
    record OnExecute(Consumer<? super Execution> observer) implements ExecuteOption {
        /** Checks that there is an action. */
        public OnExecute {
            Objects.requireNonNull(observer, "observer");
        }
    }

    /**
     * See {@link #fetchSize(int)}. Immutable.
     *
     * @param rows the number of rows
     */
    record FetchSize(int rows) implements ExecuteOption {
        /** Checks the number. */
        public FetchSize {
            if (rows < 1) {
                throw new IllegalArgumentException("fetchSize(" + rows + "): the number of rows must be positive");
            }
        }
    }

    /**
     * See {@link #yieldPer(int)}. Immutable.
     *
     * @param rows the number of rows
     */
    record YieldPer(int rows) implements ExecuteOption {
        /** Checks the number. */
        public YieldPer {
            if (rows < 1) {
                throw new IllegalArgumentException("yieldPer(" + rows + "): the number of rows must be positive");
            }
        }
    }

    /**
     * See {@link #schemaTranslate(String, String)}. Immutable.
     *
     * @param from the schema in the metadata
     * @param to the schema in the database
     */
    record SchemaTranslate(String from, String to) implements ExecuteOption {
        /** Checks that there are both. */
        public SchemaTranslate {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** See {@link #generatedKeys()}. Immutable. */
    record GeneratedKeys() implements ExecuteOption {}

    /**
     * See {@link #timeout(Duration)}. Immutable.
     *
     * @param limit the timeout
     */
    record Timeout(Duration limit) implements ExecuteOption {
        /** Checks the duration. */
        public Timeout {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException(
                        "timeout(" + ReadableDuration.of(limit) + "): the duration must be positive");
            }
        }
    }

    /**
     * See {@link #tag(String)}. Immutable.
     *
     * @param name the name
     */
    record Tag(String name) implements ExecuteOption {}
}
