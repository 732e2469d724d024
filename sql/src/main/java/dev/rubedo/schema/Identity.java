package dev.rubedo.schema;

/**
 * {@code GENERATED ... AS IDENTITY}. Immutable.
 *
 * @param isAlways whether the database refuses given values
 * @param start the first value
 * @param increment the increment
 */
public record Identity(boolean isAlways, long start, long increment) {
    /** Checks the numbers. */
    public Identity {
        if (increment == 0) {
            throw new IllegalArgumentException("identity(): the increment cannot be 0");
        }
    }
}
