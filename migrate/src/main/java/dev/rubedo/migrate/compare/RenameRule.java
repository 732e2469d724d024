package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;
import java.util.Optional;

/** A rule that decides what is renamed instead of dropped and added. Thread-safe if the implementation says so. */
@Spi
@FunctionalInterface
public interface RenameRule {
    /** A rule that renames nothing. */
    RenameRule NONE = candidate -> Optional.empty();

    /**
     * Returns the old name of an object of the model if it is known for certain; empty by default. This method is
     * called for all objects before {@link #oldName} is called for any. The object is renamed even if it differs in
     * other ways; its type and constraints are altered afterwards.
     *
     * @param candidate the object, with all objects of the same kind and parent in the database that the model lacks
     */
    default Optional<String> knownOldName(RenameCandidate candidate) {
        return Optional.empty();
    }

    /**
     * Returns the old name of an object of the model; empty if it is new.
     *
     * @param candidate the object, with the similar objects of the database that may have been renamed to it
     */
    Optional<String> oldName(RenameCandidate candidate);
}
