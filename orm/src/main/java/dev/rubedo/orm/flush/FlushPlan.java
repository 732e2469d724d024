package dev.rubedo.orm.flush;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Map;

/**
 * The plan of a flush: its steps in order. Its {@code toString} has one line per step. Immutable, apart from the
 * objects that it refers to.
 *
 * @param actions the steps
 * @param inserted the objects to be inserted
 * @param updated the objects to be updated, including those without a net change
 * @param deleted the objects to be deleted
 * @param parents the owners of new objects that are only in the owner's collection
 * @param exchanged the unique attributes whose values rows exchange and which cannot be set to NULL in between
 */
public record FlushPlan(List<FlushAction> actions, List<ManagedEntity> inserted, List<ManagedEntity> updated,
        List<ManagedEntity> deleted, Map<ManagedEntity, List<Parent>> parents, List<String> exchanged) {

    /**
     * The owner of a collection whose relationship has no inverse side. Immutable.
     *
     * @param relationship the collection
     * @param owner the object that has it
     */
    public record Parent(RelationshipProperty relationship, ManagedEntity owner) {}

    /** Copies the lists. */
    public FlushPlan {
        actions = List.copyOf(actions);
        inserted = List.copyOf(inserted);
        updated = List.copyOf(updated);
        deleted = List.copyOf(deleted);
        exchanged = List.copyOf(exchanged);
    }

    /** Returns whether there is nothing to write. */
    public boolean isEmpty() {
        return actions.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", actions.stream().map(FlushAction::toString).toList());
    }
}
