package dev.rubedo.backend;

import dev.rubedo.compile.KeyWay;
import java.util.Objects;

/**
 * How the keys that a database makes for inserted rows come back. Decided once per database: whoever inserts rows and
 * wants their keys asks the engine for a statement, which then carries the way. Immutable.
 *
 * @param way how the keys leave the driver; {@link KeyWay#GENERATED_KEYS} promises that a multi-row INSERT gives one
 *     key for each row, in the order of the rows
 * @param chunk how many rows one INSERT takes when its keys are wanted; measured, more is not always faster
 */
public record KeyRetrieval(KeyWay way, int chunk) {

    /** Checks the parts. */
    public KeyRetrieval {
        Objects.requireNonNull(way, "way");
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk must be positive, got " + chunk);
        }
    }
}
