package dev.rubedo.engine;

import dev.rubedo.sql.Statement;
import java.time.Duration;
import java.util.Objects;

/** An option of one execution. Immutable. */
public sealed interface ExecuteOption {

    /**
     * Returns the option to fetch rows in pieces, so that a large result does not fill the memory.
     *
     * @param rows how many rows the driver asks for at once
     */
    static ExecuteOption fetchSize(int rows) {
        return new FetchSize(rows);
    }

    /**
     * Returns the option to end the statement when it takes too long.
     *
     * @param limit how long it may take; the exception is {@link dev.rubedo.error.StatementTimeoutException}
     */
    static ExecuteOption timeout(Duration limit) {
        return new Timeout(limit);
    }

    /**
     * Returns the option to name the execution in logs and for listeners.
     *
     * @param name the name
     */
    static ExecuteOption tag(String name) {
        return new Tag(name);
    }

    /**
     * Returns the option to tell listeners which statement this execution stands for. For planners, which execute
     * another statement than the program gave.
     *
     * @param statement the statement of the program
     */
    static ExecuteOption forStatement(Statement<?> statement) {
        return new ForStatement(statement);
    }

    /**
     * See {@link #forStatement(Statement)}. Immutable.
     *
     * @param statement the statement of the program
     */
    record ForStatement(Statement<?> statement) implements ExecuteOption {
        /** Checks that there is a statement. */
        public ForStatement {
            Objects.requireNonNull(statement, "statement");
        }
    }

    /**
     * See {@link #fetchSize(int)}. Immutable.
     *
     * @param rows how many rows
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
     * See {@link #timeout(Duration)}. Immutable.
     *
     * @param limit how long
     */
    record Timeout(Duration limit) implements ExecuteOption {
        /** Checks the duration. */
        public Timeout {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("timeout(" + limit + "): the duration must be positive");
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
