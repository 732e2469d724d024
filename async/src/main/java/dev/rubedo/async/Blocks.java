package dev.rubedo.async;

import dev.rubedo.engine.TransactionOptions;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The lifecycle of an asynchronous connection or session around a block. Stateless. */
final class Blocks {

    private Blocks() {}

    /** Runs a block with options on a connection, commits and closes it; rolls back if it fails. */
    static <R extends @Nullable Object> CompletableFuture<R> run(Lane lane,
            CompletableFuture<AsyncConnection> opening, TransactionOptions settings,
            Function<? super AsyncConnection, ? extends CompletionStage<R>> block) {
        var outcome = Blocks.<R>outcome(lane);
        opening.whenComplete((connection, failure) -> {
            if (connection == null) {
                lane.close();
                outcome.completeExceptionally(cause(Objects.requireNonNull(failure)));
            } else {
                around(outcome, lane, () -> connection.begin(settings).thenCompose(begun -> stage(block, connection)),
                        connection::commit, connection::close);
            }
        });
        return outcome;
    }

    /** Runs a block on a session, commits and closes it; rolls back if it fails. */
    static <R extends @Nullable Object> CompletableFuture<R> run(Lane lane, AsyncSession session,
            Function<? super AsyncSession, ? extends CompletionStage<R>> block) {
        var outcome = Blocks.<R>outcome(lane);
        around(outcome, lane, () -> stage(block, session), session::commit, session::close);
        return outcome;
    }

    /** Returns a future of the outcome, whose cancellation stops the lane unless the last commit has begun. */
    private static <R extends @Nullable Object> LaneFuture<R> outcome(Lane lane) {
        return new LaneFuture<>(lane, lane::stop);
    }

    private static <R extends @Nullable Object> void around(CompletableFuture<R> outcome, Lane lane,
            Supplier<? extends CompletionStage<R>> block, Supplier<CompletableFuture<Void>> commit,
            Supplier<CompletableFuture<Void>> close) {
        CompletionStage<R> worked;
        try {
            worked = block.get();
        } catch (Throwable e) { // whatever a block throws, its connection is released
            worked = CompletableFuture.failedFuture(e);
        }
        // a block may wait for something other than its lane, so it may not notice a stop itself
        var first = new CompletableFuture<R>();
        worked.whenComplete((value, failure) -> end(first, value, failure));
        lane.whenStopped(first::completeExceptionally);
        first.thenCompose(value -> {
            lane.commitsLast();
            return commit.get().thenApply(done -> value);
        }).whenComplete((value, failure) -> close.get()
                .whenComplete((done, second) -> finish(outcome, value, failure, second)));
    }

    /** Calls a block. Blocks of programs without null checks may return null. */
    private static <S, R extends @Nullable Object> CompletionStage<R> stage(
            Function<? super S, ? extends CompletionStage<R>> block, S subject) {
        @Nullable CompletionStage<R> stage = block.apply(subject);
        if (stage == null) {
            throw new IllegalStateException("The block returned null instead of a stage. Return the last stage of its "
                    + "work, or a completed one.");
        }
        return stage;
    }

    private static <R extends @Nullable Object> void end(CompletableFuture<R> future, R value,
            @Nullable Throwable failure) {
        if (failure == null) {
            future.complete(value);
        } else {
            future.completeExceptionally(failure);
        }
    }

    /** Keeps the first failure; closing rolls back uncommitted changes. */
    private static <R extends @Nullable Object> void finish(CompletableFuture<R> outcome, R value,
            @Nullable Throwable failure, @Nullable Throwable second) {
        if (failure == null) {
            end(outcome, value, second == null ? null : cause(second));
            return;
        }
        Throwable cause = cause(failure);
        if (second != null) {
            cause.addSuppressed(second);
        }
        outcome.completeExceptionally(cause);
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
