package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import java.util.Objects;

/**
 * The queries that tell how far the copies of a database have followed it. Each returns one row with the column
 * {@code answer}. SPI. Immutable.
 *
 * @param position returns the position of the last change, as text; for the database that is written to
 * @param reached tells whether a copy has the changes up to a position, the only parameter
 * @param lag returns how many milliseconds a copy is behind, or NULL if the database is no copy
 */
@Spi
public record ReplicationQueries(String position, String reached, String lag) {

    /** Checks for null. */
    public ReplicationQueries {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(reached, "reached");
        Objects.requireNonNull(lag, "lag");
    }
}
