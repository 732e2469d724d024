package dev.rubedo.async;

import dev.rubedo.result.Result;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The result of a query, read from the database in batches on the lane of its connection or session. It is closed after
 * its last element and at the end of its transaction. Thread-safe.
 *
 * @param <T> the element type
 */
public final class AsyncResult<T extends @Nullable Object> {

    private final Lane lane;
    private final Result<T> result;
    private @Nullable Iterator<T> elements;

    AsyncResult(Lane lane, Result<T> result) {
        this.lane = lane;
        this.result = result;
    }

    /** Reads a whole result into memory, so that it can be used on any thread. */
    static <T extends @Nullable Object> Result<T> read(Result<T> result) {
        return result.returnsRows() ? Result.ofElements(result.all(), result.names()) : result;
    }

    /** Returns up to the given number of further elements; an empty list at the end. */
    public CompletableFuture<List<T>> nextBatch(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("nextBatch(" + size + "): the size must be positive");
        }
        return lane.run(() -> {
            var in = elements();
            var batch = new ArrayList<T>();
            while (batch.size() < size && in.hasNext()) {
                batch.add(in.next());
            }
            return batch;
        });
    }

    /** Returns all remaining elements. */
    public CompletableFuture<List<T>> all() {
        return lane.run(() -> {
            var all = new ArrayList<T>();
            elements().forEachRemaining(all::add);
            return all;
        });
    }

    /** Returns the next element, or empty at the end (or if it is NULL), and closes the result. */
    public CompletableFuture<Optional<@NonNull T>> first() {
        return lane.run(() -> {
            var in = elements();
            Optional<@NonNull T> first = in.hasNext() ? Optional.ofNullable(in.next()) : Optional.empty();
            result.close();
            return first;
        });
    }

    /** Closes the result before its end. A second call is a no-op. */
    public CompletableFuture<Void> close() {
        return lane.run(LaneTask.Kind.CLEANUP, () -> {
            result.close();
            return null;
        }, null, null);
    }

    /** Closes the result, on the lane. */
    void closeHere() {
        result.close();
    }

    private Iterator<T> elements() {
        if (elements == null) {
            elements = result.iterator();
        }
        return elements;
    }
}
