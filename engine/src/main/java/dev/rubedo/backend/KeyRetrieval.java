package dev.rubedo.backend;

import dev.rubedo.compile.KeyWay;
import java.util.Objects;

/**
 * The way in which database-generated keys of inserted rows are retrieved. It is decided once per database: callers
 * that need the keys of inserted rows request a statement from the engine, which carries this setting. Immutable.
 *
 * @param way how the driver delivers the keys; {@link KeyWay#GENERATED_KEYS} guarantees that a multi-row INSERT returns
 *     one key for each row, in the order of the rows
 * @param chunk the number of rows per INSERT if keys are needed; determined by measurement, more is not always faster.
 *     1 means row by row, because the order of the keys of several rows is unknown; no option of the engine changes
 *     that
 */
public record KeyRetrieval(KeyWay way, int chunk) {

    /** Checks the components. */
    public KeyRetrieval {
        Objects.requireNonNull(way, "way");
        if (chunk < 1) {
            throw new IllegalArgumentException("chunk must be positive, got " + chunk);
        }
    }
}
