package dev.rubedo.async;

import dev.rubedo.engine.TransactionOptions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The life of an asynchronous connection or session around a block. Stateless. */
final class Blocks {

    private Blocks() {}

    /** Runs a block with options on a connection, commits and closes it; rolls back if it fails. */
    static <R extends @Nullable Object> CompletableFuture<R> run(AsyncConnection connection,
            TransactionOptions settings, Function<? super AsyncConnection, ? extends CompletionStage<R>> block) {
        return around(() -> connection.begin(settings).thenCompose(begun -> block.apply(connection)),
                connection::commit, connection::close);
    }

    /** Runs a block on a session, commits and closes it; rolls back if it fails. */
    static <R extends @Nullable Object> CompletableFuture<R> run(AsyncSession session,
            Function<? super AsyncSession, ? extends CompletionStage<R>> block) {
        return around(() -> block.apply(session), session::commit, session::close);
    }

    private static <R extends @Nullable Object> CompletableFuture<R> around(
            Supplier<? extends CompletionStage<R>> block, Supplier<CompletableFuture<Void>> commit,
            Supplier<CompletableFuture<Void>> close) {
        CompletionStage<R> outcome;
        try {
            outcome = block.get();
        } catch (RuntimeException e) {
            outcome = CompletableFuture.failedFuture(e);
        }
        return outcome.thenCompose(value -> commit.get().thenApply(done -> value))
                .handle((value, failure) -> close.get().handle(closed(value, failure)))
                .thenCompose(Function.identity()).toCompletableFuture();
    }

    /** Keeps the first failure; closing rolls back what was not committed. */
    private static <R extends @Nullable Object> BiFunction<@Nullable Void, @Nullable Throwable, R> closed(R value,
            @Nullable Throwable failure) {
        return (done, second) -> {
            Throwable first = failure == null ? second : failure;
            if (first == null) {
                return value;
            }
            Throwable cause = first instanceof CompletionException && first.getCause() != null ? first.getCause()
                    : first;
            if (failure != null && second != null) {
                cause.addSuppressed(second);
            }
            throw new CompletionException(cause);
        };
    }
}
