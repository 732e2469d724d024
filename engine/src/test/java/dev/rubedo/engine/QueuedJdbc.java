package dev.rubedo.engine;

import dev.rubedo.pool.Connector;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A driver written by hand whose connections answer in turn, as a network protocol does: who does not take an answer leaves it to the next
 * question. It throws at one call, and then an answer stays behind.
 */
final class QueuedJdbc implements Connector {

    private static final int STALE = -1;

    private final Supplier<Throwable> failure;
    private int callsUntilFailure = Integer.MAX_VALUE;
    private boolean repaired;
    private int openConnections;
    /** Lets queries wait, once set. */
    @Nullable CountDownLatch gate;
    /** Tells that a query waits. */
    final CountDownLatch waiting = new CountDownLatch(1);

    QueuedJdbc(Supplier<Throwable> failure) {
        this.failure = failure;
    }

    void failAtCall(int number) {
        callsUntilFailure = number;
    }

    /** Lets it work from now on. */
    void repair() {
        repaired = true;
    }

    boolean hasFailed() {
        return callsUntilFailure <= 0;
    }

    int openConnections() {
        return openConnections;
    }

    @Override
    public Connection connect() {
        openConnections++;
        return new Wire().connection();
    }

    /** One connection and the answers on their way to it. */
    private final class Wire {

        private final Deque<Integer> answers = new ArrayDeque<>();
        private boolean closed;

        Connection connection() {
            return proxy(Connection.class, (self, method, arguments) -> {
                call(method.getName());
                return switch (method.getName()) {
                    case "prepareStatement" -> statement((String) arguments[0]);
                    case "createStatement" -> statement("");
                    case "getAutoCommit" -> false;
                    case "isClosed" -> closed;
                    case "close" -> {
                        openConnections -= closed ? 0 : 1;
                        closed = true;
                        yield null;
                    }
                    case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
                    case "getHoldability" -> ResultSet.CLOSE_CURSORS_AT_COMMIT;
                    default -> null;
                };
            });
        }

        private PreparedStatement statement(String sql) {
            return proxy(PreparedStatement.class, (self, method, arguments) -> {
                call(method.getName());
                return switch (method.getName()) {
                    case "executeQuery" -> {
                        var open = gate;
                        if (open != null) {
                            waiting.countDown();
                            open.await();
                        }
                        answers.add(number(arguments == null ? sql : (String) arguments[0]));
                        yield results(answers.remove());
                    }
                    case "getGeneratedKeys", "getResultSet" -> results(1);
                    case "executeUpdate", "getUpdateCount" -> 1;
                    case "execute" -> sql.startsWith("SELECT");
                    case "executeBatch" -> new int[]{1, 1};
                    default -> null;
                };
            });
        }

        private ResultSet results(int answer) {
            int[] row = {0};
            return proxy(ResultSet.class, (self, method, arguments) -> {
                call(method.getName());
                return switch (method.getName()) {
                    case "next" -> row[0]++ == 0;
                    case "getInt" -> answer;
                    case "getLong" -> (long) answer;
                    case "getObject" -> answer;
                    case "getString" -> String.valueOf(answer);
                    case "wasNull" -> false;
                    case "getMetaData" -> proxy(java.sql.ResultSetMetaData.class,
                            (it, of, column) -> of.getReturnType() == int.class ? 1 : "answer");
                    default -> null;
                };
            });
        }

        /** Every call may fail, and then leaves an answer behind. */
        private void call(String method) throws Throwable {
            if (repaired || method.equals("isClosed") || --callsUntilFailure != 0) {
                return;
            }
            answers.add(STALE);
            Throwable thrown = failure.get();
            StackTraceElement[] unknown = {new StackTraceElement("driver", method, null, -1)};
            thrown.setStackTrace(unknown);
            throw thrown;
        }
    }

    private static int number(String sql) {
        String digits = sql.replaceAll("\\D+", " ").trim();
        return digits.isEmpty() ? 0 : Integer.parseInt(digits.split(" ")[0]);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(QueuedJdbc.class.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "queued";
                    default -> handler.invoke(self, method, arguments);
                }));
    }
}
