package dev.rubedo.schema;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The values that an application has attached to an object. Thread-safe. */
final class Notes {
    private final Map<NoteKey<?>, Object> values = new HashMap<>();

    synchronized <V> void put(NoteKey<V> key, V value) {
        values.put(key, Objects.requireNonNull(key.type().cast(value), "value"));
    }

    synchronized <V> Optional<V> get(NoteKey<V> key) {
        return Optional.ofNullable(key.type().cast(values.get(key)));
    }

    void copyTo(Notes other) {
        Map<NoteKey<?>, Object> all;
        synchronized (this) {
            all = Map.copyOf(values);
        }
        synchronized (other) {
            other.values.putAll(all);
        }
    }
}
