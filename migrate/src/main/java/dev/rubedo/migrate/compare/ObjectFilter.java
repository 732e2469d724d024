package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;

/** Decides which objects are compared. Thread-safe if the implementation says so. */
@Spi
@FunctionalInterface
public interface ObjectFilter {
    /**
     * Returns whether an object is compared. One that is not is neither created nor changed nor dropped; without a table,
     * what belongs to it is left out too.
     *
     * @param object the object, of the database or of the model
     */
    boolean includes(ComparedObject object);
}
