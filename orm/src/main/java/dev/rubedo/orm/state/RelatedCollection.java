package dev.rubedo.orm.state;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A tracked collection as a session sees it. Applications see a plain list or set. Confined to one thread at a time.
 */
public interface RelatedCollection {

    /** Returns whether the content is loaded. */
    boolean isLoaded();

    /** Returns the content, which is loaded if necessary and possible. */
    List<ManagedEntity> content();

    /** Removes and adds objects as the application does, so that everything is notified. */
    void change(List<ManagedEntity> excluded, List<ManagedEntity> included);

    /**
     * Replaces the content with these objects, as if the application had removed and added the differences.
     *
     * @throws UnsupportedOperationException if the collection is never loaded as a whole
     */
    void replace(Collection<?> items);

    /**
     * Replaces the content with the values of a map, each under its key.
     *
     * @throws UnsupportedOperationException if this is not a map
     */
    default void replace(Map<?, ?> items) {
        throw new UnsupportedOperationException("the attribute is not a map; set it to a collection");
    }

    /** Returns the known objects: the content, or those that were added while it was not loaded. */
    List<ManagedEntity> known();

    /** Sets the content as loaded from the database and reapplies earlier additions and removals. */
    void fill(List<? extends ManagedEntity> content);

    /** Adds an object because the other side of the relationship was set. Fires no further change. */
    void backAdd(ManagedEntity item);

    /** Removes an object because the other side of the relationship was set. Fires no further change. */
    void backRemove(ManagedEntity item);

    /** Returns the objects added since the last load or flush. */
    List<ManagedEntity> added();

    /** Returns the objects removed since the last load or flush. */
    List<ManagedEntity> removed();

    /** Returns the objects that were present at the last load or flush and still are. */
    List<ManagedEntity> unchanged();

    /** Clears the recorded additions and removals, which are now in the database. */
    void flushed();

    /** Keeps the known objects as the whole content, because the owner no longer has a row. */
    void becomeTransient();

    /** Called before an attribute of an object changes that {@link EntityInternals#keyedIn} registered. */
    default void keyChanging(ManagedEntity item) {}

    /** Expires the content, which is loaded again on next access. */
    void expire();
}
