package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/** Decides what is renamed instead of dropped and added. Thread-safe if the implementation says so. */
@Spi
@FunctionalInterface
public interface RenameRule {
    /** Renames nothing. */
    RenameRule NONE = candidate -> Optional.empty();

    /**
     * Returns the old name of an object of the model; empty if it is new.
     *
     * @param candidate the object, and the objects of the database that may have been renamed to it
     */
    Optional<String> oldName(RenameCandidate candidate);
}
