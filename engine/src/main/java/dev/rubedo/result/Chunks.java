package dev.rubedo.result;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A source of elements that are created several at a time and returned one by one. Confined to one thread at a time.
 */
final class Chunks {

    private static final Object NULL = new Object();

    private final Function<RowReader, ? extends List<? extends @Nullable Object>> more;
    private final Deque<Object> ahead = new ArrayDeque<>();
    private Object current = NULL;

    /**
     * @param more reads the next rows and returns their elements, possibly none; not called after the last row
     */
    Chunks(Function<RowReader, ? extends List<? extends @Nullable Object>> more) {
        this.more = more;
    }

    /** Moves to the next element. */
    boolean next(RowReader in) {
        while (ahead.isEmpty() && !in.isClosed()) {
            for (Object element : more.apply(in)) {
                ahead.add(element == null ? NULL : element);
            }
        }
        if (ahead.isEmpty()) {
            return in.next();
        }
        current = ahead.remove();
        return true;
    }

    @Nullable
    Object current() {
        return current == NULL ? null : current;
    }

    boolean isEmpty() {
        return ahead.isEmpty();
    }

    void clear() {
        ahead.clear();
    }
}
