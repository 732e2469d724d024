package dev.rubedo.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a result, which can be kept in a cache and read many times. It holds no connection. Immutable if its
 * elements are; entities in it belong to the session that loaded them.
 *
 * @param <T> the element type
 */
public final class FrozenResult<T extends @Nullable Object> {

    private final List<T> elements;
    private final @Nullable RowShape shape;
    private final List<String> names;

    FrozenResult(List<T> elements, @Nullable RowShape shape, List<String> names) {
        this.elements = Collections.unmodifiableList(new ArrayList<>(elements));
        this.shape = shape;
        this.names = names;
    }

    /** Returns a new result with these elements, which can be read once. */
    public Result<T> result() {
        return shape == null ? Result.ofElements(elements, names) : Result.ofElements(elements, shape);
    }

    /** Returns the elements, as an unmodifiable list. */
    public List<T> elements() {
        return elements;
    }

    /** Returns this result with other elements of the same kind, for example after merging entities into a session. */
    public FrozenResult<T> withElements(List<T> others) {
        return new FrozenResult<>(others, shape, names);
    }

    /** Returns the names of the columns, in order. */
    public List<String> names() {
        return names;
    }

    @Override
    public String toString() {
        return "FrozenResult" + names + elements;
    }
}
