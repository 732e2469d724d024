package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal of attributes before a plan wrote to them, for a plan that is not executed. Used for one flush. Confined to
 * one thread at a time.
 */
final class ForeignKeyJournal {

    private record Entry(ManagedEntity object, int attribute, @Nullable Object value, boolean isUnloaded,
            boolean isChanged, @Nullable Object before) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Records attributes of an object before they are written. */
    void remember(ManagedEntity object, int... attributes) {
        for (int attribute : attributes) {
            entries.add(new Entry(object, attribute, EntityInternals.get(object, attribute),
                    EntityInternals.isUnloaded(object, attribute), EntityInternals.isChanged(object, attribute),
                    EntityInternals.before(object, attribute)));
        }
    }

    /** Restores the attributes. */
    void takeBack() {
        for (Entry entry : entries.reversed()) {
            EntityInternals.restore(entry.object, entry.attribute, entry.value, entry.isUnloaded, entry.isChanged,
                    entry.before);
        }
        entries.clear();
    }
}
