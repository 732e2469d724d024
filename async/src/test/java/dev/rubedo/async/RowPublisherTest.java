package dev.rubedo.async;

import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of a query as a publisher with back-pressure. */
class RowPublisherTest {

    /** Keeps what it receives, and asks for more only when it is told to. */
    private static class Kept implements Flow.Subscriber<Integer> {

        final List<Integer> received = new CopyOnWriteArrayList<>();
        final CountDownLatch ended = new CountDownLatch(1);
        Flow.@Nullable Subscription subscription;
        @Nullable Throwable failure;
        boolean completed;

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(Integer element) {
            received.add(element);
        }

        @Override
        public void onError(Throwable problem) {
            failure = problem;
            ended.countDown();
        }

        @Override
        public void onComplete() {
            completed = true;
            ended.countDown();
        }

        void request(long count) {
            java.util.Objects.requireNonNull(subscription).request(count);
        }

        void awaitEnd() throws InterruptedException {
            assertThat(ended.await(20, TimeUnit.SECONDS)).as("the publisher has ended").isTrue();
        }
    }

    private static void awaitReceived(Kept subscriber, int count) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (subscriber.received.size() < count && System.nanoTime() < until) {
            Thread.sleep(5);
        }
        Thread.sleep(30);
    }

    @DatabaseTest
    void allRowsAreSentAndTheConnectionIsClosed(Engine engine) throws InterruptedException {
        var rows = Numbers.open(engine, 25).stream(select(NUMBERS.value).orderBy(NUMBERS.value), fetchSize(4));
        var subscriber = new Kept();
        rows.subscribe(subscriber);
        subscriber.request(Long.MAX_VALUE);
        subscriber.awaitEnd();

        assertThat(subscriber.received).isEqualTo(IntStream.range(0, 25).boxed().toList());
        assertThat(subscriber.completed).isTrue();
        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @DatabaseTest
    void noMoreIsSentThanWasRequested(Engine engine) throws InterruptedException {
        var rows = Numbers.open(engine, 5).stream(select(NUMBERS.value).orderBy(NUMBERS.value));
        var subscriber = new Kept();
        rows.subscribe(subscriber);
        subscriber.request(2);
        awaitReceived(subscriber, 2);

        assertThat(subscriber.received).containsExactly(0, 1);

        subscriber.request(3);
        subscriber.awaitEnd();
        assertThat(subscriber.received).containsExactly(0, 1, 2, 3, 4);
    }

    @DatabaseTest
    void nothingIsExecutedBeforeARequest(Engine engine) throws InterruptedException {
        var rows = Numbers.open(engine, 1).stream(select(NUMBERS.value));
        rows.subscribe(new Kept());
        Thread.sleep(30);

        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @DatabaseTest
    void aCancelledSubscriptionClosesItsConnection(Engine engine) throws InterruptedException {
        var rows = Numbers.open(engine, 10).stream(select(NUMBERS.value).orderBy(NUMBERS.value));
        var subscriber = new Kept() {
            @Override
            public void onNext(Integer element) {
                super.onNext(element);
                java.util.Objects.requireNonNull(subscription).cancel();
                java.util.Objects.requireNonNull(subscription).cancel();
            }
        };
        rows.subscribe(subscriber);
        subscriber.request(10);
        awaitReceived(subscriber, 1);

        assertThat(subscriber.received).containsExactly(0);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void aNegativeRequestIsAnError(Engine engine) throws InterruptedException {
        var subscriber = new Kept();
        Numbers.open(engine, 3).stream(select(NUMBERS.value)).subscribe(subscriber);
        subscriber.request(-1);
        subscriber.awaitEnd();

        assertThat(subscriber.failure).isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void aFailureOfTheQueryIsSignalled(Engine engine) throws InterruptedException {
        var subscriber = new Kept();
        AsyncEngine.of(engine).stream(select(NUMBERS.value)).subscribe(subscriber);
        subscriber.request(1);
        subscriber.awaitEnd();

        assertThat(subscriber.failure).isInstanceOf(dev.rubedo.error.DatabaseException.class);
        Numbers.awaitAllReturned(engine);
    }

    @DatabaseTest
    void eachSubscriberHasItsOwnCursor(Engine engine) throws InterruptedException {
        var rows = Numbers.open(engine, 3).stream(select(NUMBERS.value).orderBy(NUMBERS.value));
        var first = new Kept();
        var second = new Kept();
        rows.subscribe(first);
        first.request(1);
        awaitReceived(first, 1);
        rows.subscribe(second);
        second.request(9);
        second.awaitEnd();
        first.request(9);
        first.awaitEnd();

        assertThat(first.received).isEqualTo(second.received).containsExactly(0, 1, 2);
    }
}
