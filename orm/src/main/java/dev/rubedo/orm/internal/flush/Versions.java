package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.model.Mapper;
import org.jspecify.annotations.Nullable;

/** Version counters: integers that begin with 1. Stateless and thread-safe. */
final class Versions {

    private Versions() {}

    static Object first(Mapper<?> mapper) {
        Class<?> type = mapper.columnDefinition(mapper.version()).type().javaType();
        return type == Long.class ? (Object) 1L : type == Short.class ? (Object) (short) 1 : (Object) 1;
    }

    static Object next(@Nullable Object version) {
        return switch (version) {
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Short number -> (short) (number + 1);
            case null, default ->
                throw new IllegalStateException("A version counter must be an integer, not " + version + ".");
        };
    }
}
