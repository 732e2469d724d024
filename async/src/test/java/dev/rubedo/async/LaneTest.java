package dev.rubedo.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lane executes its tasks in order, one at a time. */
class LaneTest {

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final Lane lane = new Lane(new AsyncOptions(VIRTUAL, null, false));

    @Test
    void tasksOfManyThreadsAreExecutedOneAtATime() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var futures = IntStream.range(0, 500).parallel().mapToObj(number -> lane.run(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            inside.decrementAndGet();
            return number;
        })).toList();

        assertThat(futures.stream().map(CompletableFuture::join).toList()).hasSize(500).doesNotHaveDuplicates();
        assertThat(most).hasValue(1);
    }

    @Test
    void tasksOfOneThreadAreExecutedInOrder() {
        var order = new ArrayList<Integer>();
        IntStream.range(0, 100).mapToObj(number -> lane.run(() -> order.add(number))).toList()
                .forEach(CompletableFuture::join);

        assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void aFailureIsThatOfTheTask() {
        var future = lane.run(() -> {
            throw new IllegalStateException("broken");
        });

        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(lane.run(() -> 1).join()).isEqualTo(1);
    }

    @Test
    void aStageThatWaitsForALaterTaskOfItsLaneIsRefused() {
        var gate = new CountDownLatch(1);
        var waits = lane.run(() -> {
            gate.await();
            return 1;
        }).thenApply(value -> value + lane.run(() -> 2).join());
        gate.countDown();

        assertThatThrownBy(waits::join).hasRootCauseInstanceOf(LaneException.class)
                .hasMessageContaining("thenCompose(...)");
    }

    @Test
    void aStageMayAddTasksToItsLane() {
        var both = lane.run(() -> 1).thenCompose(one -> lane.run(() -> one + 1));

        assertThat(both.join()).isEqualTo(2);
    }

    @Test
    void aCancelledTaskThatWaitsIsNeverExecuted() {
        var gate = new CountDownLatch(1);
        var executed = new AtomicInteger();
        var first = lane.run(() -> {
            gate.await();
            return null;
        });
        var second = lane.run(executed::incrementAndGet);
        second.cancel(true);
        gate.countDown();
        first.join();

        assertThat(lane.run(executed::get).join()).isZero();
    }

    @Test
    void strictConcurrencyRefusesASecondCallAndShowsTheFirst() {
        var strict = new Lane(new AsyncOptions(VIRTUAL, null, true));
        var gate = new CountDownLatch(1);
        var first = strict.run(() -> {
            gate.await();
            return 1;
        });
        var second = strict.run(() -> 2);
        gate.countDown();

        assertThatThrownBy(second::join).hasCauseInstanceOf(LaneException.class)
                .hasRootCauseMessage("The first call");
        assertThat(first.thenCompose(one -> strict.run(() -> one + 2)).join()).isEqualTo(3);
    }

    @Test
    void stagesAreExecutedByTheCallbackExecutor() {
        var names = new ArrayList<String>();
        Executor callbacks = task -> Thread.ofPlatform().name("callback").start(task);
        var own = new Lane(new AsyncOptions(VIRTUAL, callbacks, false));
        var gate = new CountDownLatch(1);
        var done = own.run(() -> {
            gate.await();
            return 1;
        }).thenAccept(one -> names.add(Thread.currentThread().getName()));
        gate.countDown();
        done.orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(names).isEqualTo(List.of("callback"));
    }

    @Test
    void aCallbackExecutorThatRefusesDoesNotStopTheLane() {
        Executor refusing = task -> {
            throw new RejectedExecutionException("full");
        };
        var own = new Lane(new AsyncOptions(VIRTUAL, refusing, false));

        assertThat(own.run(() -> 1).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(1);
        assertThat(own.run(() -> 2).orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(2);
    }

    @Test
    void anExecutorThatRefusesFailsTheCall() {
        var own = new Lane(new AsyncOptions(task -> {
            throw new RejectedExecutionException("shut down");
        }, null, false));

        assertThatThrownBy(() -> own.run(() -> 1).join()).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> own.run(() -> 2).join()).hasCauseInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aThreadIsUsedOnlyWhileThereAreTasks() {
        var turns = new ArrayList<CompletableFuture<Void>>();
        var counted = new Lane(new AsyncOptions(task -> turns.add(CompletableFuture.runAsync(task, VIRTUAL)), null,
                false));
        counted.run(() -> 1).join();
        turns.getFirst().join();
        counted.run(() -> 2).join();

        assertThat(turns).hasSize(2);
    }
}
