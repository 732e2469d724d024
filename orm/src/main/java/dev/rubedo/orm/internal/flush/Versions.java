package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.model.Mapper;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Version counters: integers that begin with 1. Stateless and thread-safe. */
public final class Versions {

    private Versions() {}

    /** Returns the version of a new row. */
    public static Object first(Mapper<?> mapper) {
        ColumnDefinition column = mapper.columnDefinition(mapper.version());
        Function<@Nullable Object, ?> next = column.nextVersion();
        if (next != null) {
            return generated(mapper, next, null);
        }
        Class<?> type = column.type().javaType();
        return type == Long.class ? (Object) 1L : type == Short.class ? (Object) (short) 1 : (Object) 1;
    }

    /** Returns the version that follows another. */
    public static Object next(Mapper<?> mapper, @Nullable Object version) {
        Function<@Nullable Object, ?> next = mapper.columnDefinition(mapper.version()).nextVersion();
        if (next != null) {
            return generated(mapper, next, version);
        }
        return switch (version) {
            case Integer number -> number + 1;
            case Long number -> number + 1;
            case Short number -> (short) (number + 1);
            case null, default ->
                throw new IllegalStateException("A version counter must be an integer, not " + version + ".");
        };
    }

    private static Object generated(Mapper<?> mapper, Function<@Nullable Object, ?> next, @Nullable Object version) {
        Object made = next.apply(version);
        if (made == null || made.equals(version)) {
            throw new IllegalStateException("The method of the version of \"" + mapper.name() + "\" returned " + made
                    + (made == null ? "." : " again. Each version must differ from the previous one."));
        }
        return made;
    }
}
