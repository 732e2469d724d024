package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.Backend;
import java.lang.reflect.Proxy;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the timer of a statement ends it. */
class StatementTimerTest {

    private final ScheduledExecutorService scheduler = StatementTimer.scheduler();
    private final CountDownLatch requests = new CountDownLatch(3);
    private final AtomicInteger ofDriver = new AtomicInteger();
    private final CountDownLatch driverCalled = new CountDownLatch(1);
    private final Statement statement = proxy(Statement.class, () -> {
        ofDriver.incrementAndGet();
        driverCalled.countDown();
        return null;
    });

    @AfterEach
    void stopTheScheduler() {
        scheduler.shutdownNow();
    }

    @Test
    void theRequestIsRepeatedUntilTheStatementHasEnded() throws Exception {
        var timer = StatementTimer.start(scheduler, backend(true), statement, Duration.ofMillis(1));

        assertThat(requests.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(timer.stop()).isFalse();
        assertThat(ofDriver).hasValue(0);
    }

    @Test
    void aRequestThatMayStillArriveIsReported() throws Exception {
        var timer = StatementTimer.start(scheduler, backend(false), statement, Duration.ofMillis(1));

        assertThat(requests.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(timer.stop()).isTrue();
    }

    @Test
    void whileRowsAreReadOnlyTheDriverIsAskedBecauseAnotherStatementMayRun() throws Exception {
        var timer = StatementTimer.start(scheduler, backend(true), statement, Duration.ofMillis(200));
        timer.responded();

        assertThat(driverCalled.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(timer.stop()).isFalse();
        assertThat(requests.getCount()).isEqualTo(3);
        assertThat(ofDriver).hasValue(1);
    }

    private Backend backend(boolean isDone) {
        return proxy(Backend.class, () -> {
            requests.countDown();
            return isDone;
        });
    }

    /** Answers {@code cancel}; nothing else is called. */
    private static <T> T proxy(Class<T> type, java.util.function.Supplier<Object> cancel) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("cancel");
                    return cancel.get();
                }));
    }
}
