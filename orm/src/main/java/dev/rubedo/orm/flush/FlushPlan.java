package dev.rubedo.orm.flush;

import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Map;

/**
 * What a flush will do, in order. It prints itself, one step a line. Immutable, apart from the objects it names.
 *
 * @param actions the steps
 * @param inserted the objects that get a row
 * @param updated the objects whose row changes, and those that merely looked changed
 * @param deleted the objects that lose their row
 * @param parents for new objects whose owner only has a collection: those owners
 * @param exchanged the unique attributes whose values rows exchange and which cannot be emptied in between
 */
public record FlushPlan(List<FlushAction> actions, List<ManagedEntity> inserted, List<ManagedEntity> updated,
        List<ManagedEntity> deleted, Map<ManagedEntity, List<Parent>> parents, List<String> exchanged) {

    /**
     * The owner of a collection whose relationship has no attribute on the other side. Immutable.
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

    /** Tells whether the database has nothing to do. */
    public boolean isEmpty() {
        return actions.isEmpty();
    }

    @Override
    public String toString() {
        return String.join("\n", actions.stream().map(FlushAction::toString).toList());
    }
}
