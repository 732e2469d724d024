package dev.rubedo.cache;

import dev.rubedo.result.RecordedRows;
import java.time.Instant;
import java.util.Objects;

/**
 * Rows in a store. Immutable.
 *
 * @param rows the rows
 * @param begun when the transaction that read them began; they may lack changes that were committed since then
 * @param loaded when they were read
 */
public record CachedRows(RecordedRows rows, Instant begun, Instant loaded) {

    /** Checks for null. */
    public CachedRows {
        Objects.requireNonNull(rows, "rows");
        Objects.requireNonNull(begun, "begun");
        Objects.requireNonNull(loaded, "loaded");
    }
}
