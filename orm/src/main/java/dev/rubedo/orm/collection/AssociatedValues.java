package dev.rubedo.orm.collection;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mapping between related objects and the values of one of their attributes, for views. Called by generated code.
 * Immutable.
 *
 * @param <T> the related entity
 * @param <V> the values
 * @param name the name of the view attribute, such as {@code Article.tags}
 * @param read returns the value of a related object
 * @param write sets the value of a related object; null if that is impossible
 * @param create creates a related object from a value; null if that is impossible
 * @param remedy advice on how to make creation possible
 */
public record AssociatedValues<T, V extends @Nullable Object>(String name, Function<? super T, ? extends V> read,
        @Nullable BiConsumer<? super T, ? super V> write, @Nullable Function<? super V, ? extends T> create,
        String remedy) {

    V valueOf(T object) {
        return read.apply(object);
    }

    T objectOf(V value) {
        if (create == null) {
            throw new UnsupportedOperationException("\"" + name + "\" cannot add values. " + remedy);
        }
        return create.apply(value);
    }
}
