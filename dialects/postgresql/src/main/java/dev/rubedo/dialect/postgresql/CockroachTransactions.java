package dev.rubedo.dialect.postgresql;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionalValue;
import dev.rubedo.error.SerializationFailureException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of CockroachDB that are retried by its own protocol. The savepoint {@code cockroach_restart} preserves
 * the priority and the age of a transaction when it is repeated, so that it eventually succeeds. The retries of
 * {@link dev.rubedo.engine.TransactionOptions#retrying} work, too, but begin a new transaction each time. On PostgreSQL
 * and YugabyteDB, the savepoint is an ordinary one. Stateless and thread-safe.
 */
public final class CockroachTransactions {

    private static final String SAVEPOINT = "cockroach_restart";

    private CockroachTransactions() {}

    /**
     * Runs a block in a transaction, commits and returns its result. If the database requests a restart (SQLSTATE
     * 40001), the block is run again in the same transaction, from the beginning.
     *
     * @param retries the maximum number of repetitions of the block
     * @param block the work, which must not commit, roll back or set savepoints that it leaves open
     * @throws SerializationFailureException if the last attempt failed as well
     * @throws X any other exception that the block throws
     */
    public static <R extends @Nullable Object, X extends Exception> R fromTransaction(Engine engine, int retries,
            TransactionalValue<? super Connection, R, X> block) throws X {
        if (retries < 0) {
            throw new IllegalArgumentException("retries is " + retries + ". It must not be negative.");
        }
        try (Connection connection = engine.connect()) {
            send(connection, "SAVEPOINT ");
            for (int attempt = 0;; attempt++) {
                R value;
                try {
                    value = block.run(connection);
                    // the point at which the server commits; COMMIT only ends the transaction
                    send(connection, "RELEASE SAVEPOINT ");
                } catch (SerializationFailureException e) {
                    if (attempt >= retries) {
                        throw e;
                    }
                    send(connection, "ROLLBACK TO SAVEPOINT ");
                    continue;
                }
                connection.commit();
                return value;
            }
        }
    }

    private static void send(Connection connection, String command) {
        connection.executeDriverSql(command + SAVEPOINT, List.of()).close();
    }
}
