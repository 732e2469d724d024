package dev.rubedo.async;

import dev.rubedo.result.Result;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the elements of a query. The query is executed at the first request of a subscriber; elements are sent on
 * the lane, as many as were requested. Thread-safe.
 *
 * @param <T> the element type
 */
final class RowPublisher<T extends @Nullable Object> implements Flow.Publisher<T> {

    private static final Logger LOGGER = LoggerFactory.getLogger(RowPublisher.class);

    private final Supplier<Source<T>> sources;

    /** Creates a publisher that calls the supplier once for each subscriber. */
    RowPublisher(Supplier<Source<T>> sources) {
        this.sources = sources;
    }

    /** Where the elements of one subscriber come from: executes the query on the lane. */
    record Source<T extends @Nullable Object>(Lane lane, Callable<Rows<T>> open) {}

    /** A result that is being read, and what to do after it. */
    record Rows<T extends @Nullable Object>(Result<T> result, Iterator<T> elements, Runnable after) {

        /** Executes the query; if that fails, the last step is taken at once. */
        static <T extends @Nullable Object> Rows<T> of(Supplier<Result<T>> query, Runnable after) {
            try {
                Result<T> result = query.get();
                return new Rows<>(result, result.iterator(), after);
            } catch (RuntimeException | Error e) {
                after.run();
                throw e;
            }
        }

        void close() {
            try {
                result.close();
            } finally {
                after.run();
            }
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        var subscription = new RowSubscription<T>(sources.get(), subscriber);
        subscriber.onSubscribe(subscription);
        subscription.begin();
    }

    /** The subscription of one subscriber. */
    private static final class RowSubscription<T extends @Nullable Object> implements Flow.Subscription {

        private final Source<T> source;
        private final Flow.Subscriber<? super T> subscriber;
        private final AtomicLong demand = new AtomicLong();
        private volatile boolean isCancelled;
        private volatile @Nullable CompletableFuture<?> sending;
        // used by tasks of the lane only
        private @Nullable Rows<T> rows;
        private boolean hasEnded;
        // guarded by this: nothing is sent before onSubscribe has returned
        private boolean hasBegun;
        private @Nullable IllegalArgumentException refused;

        RowSubscription(Source<T> source, Flow.Subscriber<? super T> subscriber) {
            this.source = source;
            this.subscriber = subscriber;
        }

        /** Sends what was requested within {@code onSubscribe}. */
        void begin() {
            IllegalArgumentException problem;
            synchronized (this) {
                hasBegun = true;
                problem = refused;
            }
            if (problem != null) {
                source.lane().cleanUp(() -> fail(problem));
            } else if (demand.get() > 0) {
                sendLater();
            }
        }

        @Override
        public void request(long count) {
            var problem = count > 0 ? null : new IllegalArgumentException(
                    "request(" + count + "): the number of elements must be positive");
            boolean isFirst;
            synchronized (this) {
                isFirst = problem == null && demand.getAndAccumulate(count, RowSubscription::sum) == 0;
                if (!hasBegun) {
                    refused = refused == null ? problem : refused;
                    return;
                }
            }
            if (problem != null) {
                source.lane().cleanUp(() -> fail(problem));
            } else if (isFirst) {
                sendLater();
            }
        }

        private void sendLater() {
            var task = source.lane().<@Nullable Object>run(LaneTask.Kind.PATIENT, () -> {
                send();
                return null;
            }, null, null);
            sending = task;
            // a session whose deadline has passed executes no more than the end of the subscription
            task.whenComplete((done, failure) -> {
                if (failure != null && !isCancelled) {
                    source.lane().cleanUp(() -> fail(failure));
                }
            });
        }

        private static long sum(long left, long right) {
            long sum = left + right;
            return sum < 0 ? Long.MAX_VALUE : sum;
        }

        @Override
        public void cancel() {
            if (isCancelled) {
                return;
            }
            isCancelled = true;
            var current = sending;
            if (current != null) {
                current.cancel(false);
            }
            source.lane().cleanUp(this::end);
        }

        private void send() {
            if (hasEnded || isCancelled) {
                return;
            }
            try {
                sendAll();
            } catch (Exception | Error e) {
                fail(e);
            }
        }

        private void sendAll() throws Exception {
            var open = rows;
            if (open == null) {
                open = source.open().call();
                rows = open;
            }
            long wanted = demand.get();
            while (wanted > 0) {
                for (long sent = 0; sent < wanted; sent++) {
                    if (isCancelled) {
                        end();
                        return;
                    }
                    if (!open.elements().hasNext()) {
                        complete();
                        return;
                    }
                    deliver(open.elements().next());
                }
                wanted = demand.updateAndGet(minus(wanted));
            }
            if (!isCancelled && !open.elements().hasNext()) {
                complete();
            }
        }

        /** An endless demand stays endless. */
        private static LongUnaryOperator minus(long sent) {
            return left -> left == Long.MAX_VALUE ? left : left - sent;
        }

        private void deliver(T element) {
            try {
                subscriber.onNext(element);
            } catch (RuntimeException | Error e) {
                LOGGER.warn("A subscriber failed in onNext, which ends its subscription.", e);
                isCancelled = true;
            }
        }

        private void complete() {
            end();
            if (!isCancelled) {
                isCancelled = true;
                subscriber.onComplete();
            }
        }

        private void fail(Throwable failure) {
            try {
                end();
            } catch (RuntimeException second) {
                failure.addSuppressed(second);
            }
            if (!isCancelled) {
                isCancelled = true;
                subscriber.onError(failure);
            }
        }

        private void end() {
            hasEnded = true;
            var open = rows;
            rows = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
