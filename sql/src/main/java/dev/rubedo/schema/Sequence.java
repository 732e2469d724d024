package dev.rubedo.schema;

import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NextValue;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sequence: a generator of numbers in the database. Options that are null are left to the database. Immutable.
 *
 * @param name the name
 * @param schema the schema, or empty for the default schema of the connection
 * @param start the first value, or null
 * @param increment the increment, or null
 * @param minimum the smallest value, or null
 * @param maximum the greatest value, or null
 * @param isCycling whether it restarts after its last value
 * @param cache the number of values allocated at once, or null
 * @param dataType the type of the values, or null
 * @param isOrdered whether the values are generated in the order of the requests ({@code ORDER}), which every database
 *     except Oracle does anyway
 */
public record Sequence(String name, String schema, @Nullable Long start, @Nullable Long increment,
        @Nullable Long minimum, @Nullable Long maximum, boolean isCycling, @Nullable Long cache,
        @Nullable SqlType<?> dataType, boolean isOrdered) {
    /** Checks the components. */
    public Sequence {
        Objects.requireNonNull(schema, "schema");
        if (name.isBlank()) {
            throw new IllegalArgumentException("The name of a sequence is empty");
        }
        if (increment != null && increment == 0) {
            throw new IllegalArgumentException("Sequence \"" + name + "\": the increment cannot be 0");
        }
        SequenceRange.check("Sequence \"" + name + "\"", start, minimum, maximum, cache);
    }

    /**
     * Returns a sequence with the database's default options.
     *
     * @param name the name
     */
    public static Sequence of(String name) {
        return new Sequence(name, "", null, null, null, null, false, null, null, false);
    }

    /**
     * Returns this sequence in a schema.
     *
     * @param other the schema
     */
    public Sequence inSchema(String other) {
        return new Sequence(name, other, start, increment, minimum, maximum, isCycling, cache, dataType, isOrdered);
    }

    /**
     * Returns this sequence with its first value and its increment.
     *
     * @param first the first value
     * @param step the increment
     */
    public Sequence from(long first, long step) {
        return new Sequence(name, schema, first, step, minimum, maximum, isCycling, cache, dataType, isOrdered);
    }

    /**
     * Returns this sequence with a range of values.
     *
     * @param smallest the smallest value, or null to leave it to the database
     * @param greatest the greatest value, or null to leave it to the database
     */
    public Sequence between(@Nullable Long smallest, @Nullable Long greatest) {
        return new Sequence(name, schema, start, increment, smallest, greatest, isCycling, cache, dataType, isOrdered);
    }

    /** Returns this sequence, which restarts after its last value. */
    public Sequence cycling() {
        return new Sequence(name, schema, start, increment, minimum, maximum, true, cache, dataType, isOrdered);
    }

    /**
     * Returns this sequence, which allocates values in advance.
     *
     * @param values the number of values allocated at once
     */
    public Sequence caching(long values) {
        return new Sequence(name, schema, start, increment, minimum, maximum, isCycling, values, dataType, isOrdered);
    }

    /**
     * Returns this sequence with the type of its values.
     *
     * @param type an integer type
     */
    public Sequence ofType(SqlType<?> type) {
        return new Sequence(name, schema, start, increment, minimum, maximum, isCycling, cache,
                Objects.requireNonNull(type, "type"), isOrdered);
    }

    /** Returns this sequence, which generates its values in the order of the requests on every server of a cluster. */
    public Sequence ordered() {
        return new Sequence(name, schema, start, increment, minimum, maximum, isCycling, cache, dataType, true);
    }

    /** Returns an expression for the next value. */
    public Expression<Long> nextValue() {
        return new NextValue(schema, name);
    }

    @Override
    public String toString() {
        return "SEQUENCE " + (schema.isEmpty() ? "" : schema + ".") + name
                + (start == null ? "" : " START WITH " + start)
                + (increment == null ? "" : " INCREMENT BY " + increment)
                + (minimum == null ? "" : " MINVALUE " + minimum) + (maximum == null ? "" : " MAXVALUE " + maximum)
                + (isCycling ? " CYCLE" : "") + (cache == null ? "" : " CACHE " + cache) + (isOrdered ? " ORDER" : "")
                + (dataType == null ? "" : " AS " + dataType);
    }
}
