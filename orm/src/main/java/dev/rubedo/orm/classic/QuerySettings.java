package dev.rubedo.orm.classic;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.orm.session.Session;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a query is executed. Immutable.
 *
 * @param options the options of its execution
 * @param parameters the values of its named parameters
 * @param isAutoflush whether pending changes are flushed first, if the session does so
 */
record QuerySettings(List<ExecuteOption> options, Map<String, @Nullable Object> parameters, boolean isAutoflush) {

    static final QuerySettings DEFAULT = new QuerySettings(List.of(), Map.of(), true);

    /** Copies list and map, whose values may be null. */
    QuerySettings {
        options = List.copyOf(options);
        parameters = Collections.unmodifiableMap(new HashMap<>(parameters));
    }

    QuerySettings with(ExecuteOption... more) {
        return new QuerySettings(Stream.concat(options.stream(), Stream.of(more)).toList(), parameters, isAutoflush);
    }

    QuerySettings with(String name, @Nullable Object value) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.put(Objects.requireNonNull(name, "name"), value);
        return new QuerySettings(options, all, isAutoflush);
    }

    QuerySettings autoflush(boolean on) {
        return new QuerySettings(options, parameters, on);
    }

    /** Returns the settings for several queries that are executed as one. */
    QuerySettings and(QuerySettings other) {
        Map<String, @Nullable Object> all = new HashMap<>(parameters);
        all.putAll(other.parameters);
        return new QuerySettings(Stream.concat(options.stream(), other.options.stream()).toList(), all,
                isAutoflush && other.isAutoflush);
    }

    // the block sets the result before it returns
    @SuppressWarnings({"unchecked", "NullAway"})
    <R extends @Nullable Object> R run(Session session, Supplier<R> work) {
        if (isAutoflush) {
            return work.get();
        }
        @Nullable Object[] result = new Object[1];
        session.<RuntimeException>withoutAutoflush(() -> result[0] = work.get());
        return (R) result[0];
    }
}
