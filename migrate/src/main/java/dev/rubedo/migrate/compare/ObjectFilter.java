package dev.rubedo.migrate.compare;

import dev.rubedo.stability.Spi;

/** A filter that decides which objects are compared. Thread-safe if the implementation says so. */
@Spi
@FunctionalInterface
public interface ObjectFilter {
    /**
     * Returns whether an object is compared. An excluded object is neither created, changed nor dropped; if a table is
     * excluded, so are the objects that belong to it.
     *
     * @param object the object, of the database or of the model
     */
    boolean includes(ComparedObject object);
}
