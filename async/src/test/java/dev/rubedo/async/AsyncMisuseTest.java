package dev.rubedo.async;

import static dev.rubedo.async.Author_.AUTHOR;
import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.async.Story_.STORY;
import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Wrong use of lanes and publishers. */
class AsyncMisuseTest {

    private static AsyncSessionFactory sessions(Engine engine) {
        var model = Model.of(AUTHOR, STORY);
        model.metadata().createAll(engine);
        return AsyncSessionFactory.of(AsyncEngine.of(engine), model);
    }

    @DatabaseTest
    void aSessionCannotBeUsedOnTheLaneOfAnother(Engine engine) {
        var sessions = sessions(engine);
        var one = sessions.open();
        var other = sessions.open();
        Session kept = one.runSync(blocking -> blocking).join();

        var wrong = other.runSync(blocking -> kept.all(select(AUTHOR)));

        assertThatThrownBy(wrong::join).cause().isInstanceOf(ObjectStateException.class)
                .hasMessageContaining("may not use this session");
        one.close().join();
        other.close().join();
    }

    @DatabaseTest
    void anObjectOfOneSessionIsRefusedByAnother(Engine engine) {
        var sessions = sessions(engine);
        var one = sessions.open();
        var other = sessions.open();
        var author = new Author("Ann");
        one.add(author).thenCompose(done -> one.flush()).join();

        assertThatThrownBy(() -> other.add(author).join()).cause().isInstanceOf(ObjectStateException.class)
                .hasMessageContaining("session");
        one.close().join();
        other.close().join();
    }

    @DatabaseTest(only = "h2")
    void aStageThatBlocksIsReportedOnceForAnEngine(Engine engine) {
        var async = Numbers.open(engine, 1);
        var logger = (Logger) LoggerFactory.getLogger(Lane.class);
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        logger.addAppender(log);
        try {
            var connection = async.connect().join();
            for (int i = 0; i < 2; i++) {
                var gate = new CountDownLatch(1);
                var call = connection.runSync(blocking -> {
                    await(gate);
                    return blocking.count(Numbers.all());
                }).thenApply(count -> {
                    pause(Duration.ofMillis(300));
                    return count;
                });
                gate.countDown();
                call.join();
                connection.count(Numbers.all()).join();
            }
            connection.close().join();
        } finally {
            logger.detachAppender(log);
        }

        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).singleElement().asString()
                .startsWith("A stage that depends on an asynchronous call took ").contains("callbackExecutor(...)");
    }

    /** Requests nothing unless it is told to. */
    private static final class Silent implements Flow.Subscriber<Integer> {
        private final CountDownLatch subscribed = new CountDownLatch(1);
        private Flow.Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            subscribed.countDown();
        }

        @Override
        public void onNext(Integer element) {
            throw new AssertionError("nothing was requested");
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    @DatabaseTest
    void subscribersThatNeverRequestHoldNoConnections(Engine engine) {
        var async = Numbers.open(engine, 3);
        var rows = async.stream(dev.rubedo.sql.Sql.select(NUMBERS.value));
        for (int i = 0; i < 50; i++) {
            var silent = new Silent();
            rows.subscribe(silent);
            await(silent.subscribed);
            if (i % 2 == 0) {
                silent.subscription.cancel();
                silent.subscription.cancel();
            }
        }

        assertThat(async.runSync(connection -> connection.count(Numbers.all())).join()).isEqualTo(3);
        Numbers.awaitAllReturned(engine);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @DatabaseTest(only = "h2")
    void aBlockThatThrowsAnErrorOrReturnsNothingLeavesNoConnection(Engine engine) {
        var async = Numbers.open(engine, 1);
        var sessions = sessions(engine);
        int before = engine.poolStatus().checkedOut();

        var thrown = sessions.fromTransaction(session -> {
            session.runSync(blocking -> blocking.connection().count(Numbers.all())).join();
            throw new StackOverflowError("too deep");
        });
        var nothing = sessions.<Integer>fromTransaction(session -> {
            session.runSync(blocking -> blocking.connection().count(Numbers.all())).join();
            return null;
        });
        var thrownByConnection = async.fromTransaction(connection -> {
            throw new StackOverflowError("too deep");
        });
        var nothingByConnection = async.<Integer>fromTransaction(connection -> null);

        for (var failed : List.of(thrown, thrownByConnection)) {
            assertThatThrownBy(failed::join).cause().isInstanceOf(StackOverflowError.class);
        }
        for (var failed : List.of(nothing, nothingByConnection)) {
            assertThatThrownBy(failed::join).cause().isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("The block returned null instead of a stage.");
        }
        assertThat(engine.poolStatus().checkedOut()).isEqualTo(before);
    }
}
