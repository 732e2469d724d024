package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import java.util.Objects;

/**
 * The queries for the progress of the replicas of a database. Each returns one row with the column {@code answer}. SPI.
 * Immutable.
 *
 * @param position returns the position of the last change, as text; for the primary database
 * @param reached returns whether a replica has the changes up to a position, which is the only parameter
 * @param lag returns how many milliseconds a replica is behind, or NULL if the database is not a replica
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
