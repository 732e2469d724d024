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
     * Returns the old name of an object of the model, if it is known for certain; empty if not, as by default. It is asked
     * for all objects before {@link #oldName} is asked for any. What it returns is renamed, however different it is; type
     * and constraints are altered afterwards.
     *
     * @param candidate the object, and all objects of the database of its kind and place that the model lacks
     */
    default Optional<String> knownOldName(RenameCandidate candidate) {
        return Optional.empty();
    }

    /**
     * Returns the old name of an object of the model; empty if it is new.
     *
     * @param candidate the object, and the similar objects of the database that may have been renamed to it
     */
    Optional<String> oldName(RenameCandidate candidate);
}
