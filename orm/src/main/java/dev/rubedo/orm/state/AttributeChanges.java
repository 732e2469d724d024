package dev.rubedo.orm.state;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The changes to an object's column and to-one attributes that a flush wrote, kept until they are committed or rolled
 * back. Takes over the old values that the object recorded; nothing is copied. Confined to one thread at a time.
 */
public final class AttributeChanges {

    private final ManagedEntity entity;
    private final long changed;
    private final @Nullable BitSet beyond;
    private final @Nullable Object[] old;

    AttributeChanges(ManagedEntity entity, long changed, @Nullable BitSet beyond, @Nullable Object[] old) {
        this.entity = entity;
        this.changed = changed;
        this.beyond = beyond;
        this.old = old;
    }

    /** Returns the object. */
    public ManagedEntity entity() {
        return entity;
    }

    /**
     * Marks the attributes as changed again, because the row has its old values again. Attributes that are no longer
     * loaded have no change.
     */
    public void restore() {
        for (int attribute = 0; attribute < old.length; attribute++) {
            boolean wasChanged = attribute < 64 ? (changed >>> attribute & 1) != 0
                    : beyond != null && beyond.get(attribute);
            if (wasChanged && !entity.$isUnloaded(attribute)
                    && !(entity.$get(attribute) instanceof RelatedCollection)) {
                entity.markUnchanged(attribute);
                entity.record(attribute, old[attribute], entity.$get(attribute));
            }
        }
    }
}
