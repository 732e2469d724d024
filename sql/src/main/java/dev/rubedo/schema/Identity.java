package dev.rubedo.schema;

import org.jspecify.annotations.Nullable;

/**
 * The options of an identity column: {@code GENERATED ... AS IDENTITY}. Options that are null are left to the database;
 * a dialect rejects those that it does not support. Immutable.
 *
 * @param isAlways whether the database rejects given values
 * @param start the first value
 * @param increment the increment
 * @param minimum the smallest value, or null
 * @param maximum the greatest value, or null
 * @param isCycling whether it restarts after its last value
 * @param cache the number of values allocated at once, or null
 * @param isOnNull whether a value is generated for an explicit NULL too (Oracle)
 */
public record Identity(boolean isAlways, long start, long increment, @Nullable Long minimum, @Nullable Long maximum,
        boolean isCycling, @Nullable Long cache, boolean isOnNull) {
    /** Checks the numbers. */
    public Identity {
        if (increment == 0) {
            throw new IllegalArgumentException("identity(): the increment cannot be 0");
        }
        SequenceRange.check("identity()", start, minimum, maximum, cache);
        if (isAlways && isOnNull) {
            throw new IllegalArgumentException("An identity that rejects given values does not accept NULL");
        }
    }

    /**
     * Creates an identity with the database's default options.
     *
     * @param isAlways whether the database rejects given values
     * @param start the first value
     * @param increment the increment
     */
    public Identity(boolean isAlways, long start, long increment) {
        this(isAlways, start, increment, null, null, false, null, false);
    }

    /**
     * Returns this identity with a range of values.
     *
     * @param smallest the smallest value, or null to leave it to the database
     * @param greatest the greatest value, or null to leave it to the database
     */
    public Identity between(@Nullable Long smallest, @Nullable Long greatest) {
        return new Identity(isAlways, start, increment, smallest, greatest, isCycling, cache, isOnNull);
    }

    /** Returns this identity, which restarts after its last value. */
    public Identity cycling() {
        return new Identity(isAlways, start, increment, minimum, maximum, true, cache, isOnNull);
    }

    /**
     * Returns this identity, which allocates values in advance.
     *
     * @param values the number of values allocated at once
     */
    public Identity caching(long values) {
        return new Identity(isAlways, start, increment, minimum, maximum, isCycling, values, isOnNull);
    }

    /** Returns this identity, which also generates a value for an explicit NULL. */
    public Identity onNull() {
        return new Identity(isAlways, start, increment, minimum, maximum, isCycling, cache, true);
    }

    /** Returns whether anything is set besides its kind, first value and increment. */
    public boolean hasOptions() {
        return minimum != null || maximum != null || isCycling || cache != null || isOnNull;
    }
}
