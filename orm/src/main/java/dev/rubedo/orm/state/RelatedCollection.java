package dev.rubedo.orm.state;

import java.util.List;

/** What a session asks of a tracked collection. Applications see it as a plain list or set. Confined to one thread at a time. */
public interface RelatedCollection {

    /** Tells whether the content is known. */
    boolean isLoaded();

    /** Returns what is known to be in it: the content, or what was added to it before it was loaded. */
    List<ManagedEntity> known();

    /** Installs the content as the database has it, keeping what was added and removed before. */
    void fill(List<? extends ManagedEntity> content);

    /** Adds an object because the other side of the relationship was set; tells nobody. */
    void backAdd(ManagedEntity item);

    /** Removes an object because the other side of the relationship was set; tells nobody. */
    void backRemove(ManagedEntity item);

    /** Returns what was added since it was loaded or flushed. */
    List<ManagedEntity> added();

    /** Returns what was removed since it was loaded or flushed. */
    List<ManagedEntity> removed();

    /** Returns what was there when it was loaded or flushed and still is. */
    List<ManagedEntity> unchanged();

    /** Forgets what was added and removed: it is in the database now. */
    void flushed();

    /** Keeps what is known as the whole content: the owner has no row any more. */
    void becomeTransient();

    /** Forgets the content, to be loaded at next access. */
    void expire();
}
