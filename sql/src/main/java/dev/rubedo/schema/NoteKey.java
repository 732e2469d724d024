package dev.rubedo.schema;

import java.util.Objects;

/**
 * A key for values that an application attaches to metadata, tables and columns for its own use. Keys with the same
 * name and class are equal. Immutable.
 *
 * @param <V> the class of the values
 * @param name the name
 * @param type the class of the values
 */
public record NoteKey<V>(String name, Class<V> type) {
    /**
     * The key for the former name of a table or column. When schemas are compared, the table or column with this name
     * is renamed instead of dropped and added.
     */
    public static final NoteKey<String> RENAMED_FROM = of("renamed-from", String.class);

    /** Checks the components. */
    public NoteKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
    }

    /**
     * Returns a key.
     *
     * @param name the name
     * @param type the class of the values
     */
    public static <V> NoteKey<V> of(String name, Class<V> type) {
        return new NoteKey<>(name, type);
    }
}
