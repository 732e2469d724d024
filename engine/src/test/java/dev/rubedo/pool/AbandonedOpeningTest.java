package dev.rubedo.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.error.PoolTimeoutException;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An attempt to connect that takes longer than the pool waits. */
class AbandonedOpeningTest {

    /** Connects to a server that never answers, as a driver does: it reads inside {@code synchronized}. */
    private record Stalled(int port, boolean isInterruptible, CountDownLatch ended) implements Connector {

        @Override
        public java.sql.Connection connect() throws SQLException {
            try (var socket = new Socket("127.0.0.1", port)) {
                synchronized (this) {
                    int answer = socket.getInputStream().read();
                    throw new SQLException("answered " + answer);
                }
            } catch (IOException e) {
                throw new SQLException(e);
            } finally {
                ended.countDown();
            }
        }

        @Override
        public String toString() {
            return "the stalled server";
        }
    }

    @Test
    void overTheNetworkEndsAtOnce() throws IOException, InterruptedException {
        assumeTrue(Runtime.version().feature() >= 24, "virtual threads that yield inside synchronized");
        try (var server = new ServerSocket(0)) {
            var stalled = new Stalled(server.getLocalPort(), true, new CountDownLatch(1));
            var pool = new QueuePool(stalled, PoolOptions.DEFAULT.withTimeout(Duration.ofMillis(200)));

            assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class).hasMessage(
                    "No connection could be opened within 0.2 s to the stalled server: the database or the network does "
                            + "not respond. Check both, or raise poolTimeout.");

            assertThat(stalled.ended().await(5, TimeUnit.SECONDS)).isTrue();
            assertThat(pool.status().checkedOut()).isZero();
        }
    }

    @Test
    void ofAnEmbeddedDatabaseIsNotInterrupted() throws IOException, InterruptedException {
        var stalled = new Stalled(0, false, new CountDownLatch(1));
        try (var server = new ServerSocket(0)) {
            stalled = new Stalled(server.getLocalPort(), false, new CountDownLatch(1));
            var pool = new QueuePool(stalled, PoolOptions.DEFAULT.withTimeout(Duration.ofMillis(100)));

            assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class);

            assertThat(stalled.ended().await(300, TimeUnit.MILLISECONDS)).isFalse();
            try (var accepted = server.accept()) {
                accepted.getOutputStream().write(1);
            }
        }
        assertThat(stalled.ended().await(5, TimeUnit.SECONDS)).isTrue();
    }
}
