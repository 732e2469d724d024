package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Connections that a program forgets to close. */
class LeakTest {

    private static Engine engine(PoolOptions options) {
        var database = new FakeJdbc();
        return new EngineBuilder(dev.rubedo.backend.DatabaseUrl.of("fake://host/db")).engine(database, database,
                connector -> new QueuePool(connector, options));
    }

    private static List<String> warningsWithin(LogCapture log, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < end) {
            var messages = log.take();
            if (!messages.isEmpty()) {
                return messages;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return List.of();
    }

    @Test
    void areReportedWithTheirPlace() {
        try (var engine = engine(PoolOptions.DEFAULT.withLeakThreshold(Duration.ofMillis(50)));
                var log = new LogCapture(QueuePool.class.getName())) {
            var leaked = engine.connect();

            assertThat(warningsWithin(log, Duration.ofSeconds(10))).singleElement().asString()
                    .contains("has been in use for more than 0.05 s")
                    .contains("LeakTest.areReportedWithTheirPlace(LeakTest.java:")
                    .contains("\"" + Thread.currentThread().getName() + "\"");
            leaked.close();
            try (var prompt = engine.connect()) {
                assertThat(prompt.isClosed()).isFalse();
            }
            assertThat(warningsWithin(log, Duration.ofMillis(200))).isEmpty();
        }
    }

    @Test
    void areNamedToThoseWhoWaitForThem() {
        var single = PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0).withTimeout(Duration.ofMillis(500));
        try (var engine = engine(single.withLeakThreshold(Duration.ofHours(1))); var leaked = engine.connect()) {
            assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining(
                            " s since dev.rubedo.engine.LeakTest.areNamedToThoseWhoWaitForThem(LeakTest.java:")
                    .hasMessageNotContaining("Set leakThreshold");
            assertThat(leaked.isClosed()).isFalse();
        }
        try (var engine = engine(single); var leaked = engine.connect()) {
            assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class)
                    .hasMessageEndingWith("Set leakThreshold to see where they were checked out.");
            assertThat(leaked.isClosed()).isFalse();
        }
    }
}
