package dev.rubedo.backend;

/**
 * How the keys that a database makes for inserted rows come back. Immutable.
 *
 * @param chunk
 *            how many rows one INSERT takes when its keys are wanted; measured, more is not always faster
 * @param generatedKeys
 *            whether JDBC's generated keys of a multi-row INSERT are one for each row, in order; used where a statement has no RETURNING
 */
public record KeyRetrieval(int chunk, boolean generatedKeys) {

    /** Checks the chunk. */
    public KeyRetrieval {
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk must be positive, got " + chunk);
        }
    }
}
