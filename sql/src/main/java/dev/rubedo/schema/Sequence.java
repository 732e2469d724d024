package dev.rubedo.schema;

import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NextValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence. Options that are null are left to the database. Immutable.
 *
 * @param name the name
 * @param schema the schema, or empty for the default schema of the connection
 * @param start the first value, or null
 * @param increment the increment, or null
 * @param minimum the smallest value, or null
 * @param maximum the greatest value, or null
 * @param isCycling whether it restarts after its last value
 * @param cache the number of values allocated at once, or null
 */
public record Sequence(String name, String schema, @Nullable Long start, @Nullable Long increment,
        @Nullable Long minimum, @Nullable Long maximum, boolean isCycling, @Nullable Long cache) {
    /** Checks the parts. */
    public Sequence {
        Objects.requireNonNull(schema, "schema");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a sequence is empty");
        }
    }

    /**
     * Returns a sequence with the database's default options.
     *
     * @param name the name
     */
    public static Sequence of(String name) {
        return new Sequence(name, "", null, null, null, null, false, null);
    }

    /**
     * Returns this sequence in a schema.
     *
     * @param other the schema
     */
    public Sequence inSchema(String other) {
        return new Sequence(name, other, start, increment, minimum, maximum, isCycling, cache);
    }

    /**
     * Returns this sequence with its first value and its increment.
     *
     * @param first the first value
     * @param step the increment
     */
    public Sequence from(long first, long step) {
        return new Sequence(name, schema, first, step, minimum, maximum, isCycling, cache);
    }

    /** Returns an expression for the next value. */
    public Expression<Long> nextValue() {
        return new NextValue(schema, name);
    }
}
