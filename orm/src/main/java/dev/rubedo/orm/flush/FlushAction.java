package dev.rubedo.orm.flush;

import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Objects;

/** One step of a flush. It prints what it will do. Immutable, apart from the objects it names. */
public sealed interface FlushAction {

    /**
     * New rows of one table, in the order in which the objects were added. Immutable.
     *
     * @param table the table
     * @param objects the objects
     */
    record Insert(EntityTable table, List<ManagedEntity> objects) implements FlushAction {

        /** Copies the list. */
        public Insert {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "insert " + table.name() + " x" + objects.size();
        }
    }

    /**
     * Changed rows of one table, in the order of the primary key. Immutable.
     *
     * @param table the table
     * @param objects the objects
     */
    record Update(EntityTable table, List<ManagedEntity> objects) implements FlushAction {

        /** Copies the list. */
        public Update {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "update " + Text.of(table, objects);
        }
    }

    /**
     * Rows of deleted objects that become those of new objects with the same primary key. Immutable.
     *
     * @param table the table
     * @param objects the new objects
     * @param replaced for each the deleted one
     */
    record Replace(EntityTable table, List<ManagedEntity> objects,
            List<ManagedEntity> replaced) implements FlushAction {

        /** Copies the lists. */
        public Replace {
            objects = List.copyOf(objects);
            replaced = List.copyOf(replaced);
        }

        @Override
        public String toString() {
            return "replace " + Text.of(replaced);
        }
    }

    /**
     * A foreign key that is written after all rows are there, because rows refer to each other in a cycle. Immutable; the array is not to be changed.
     *
     * @param name what the foreign key is called: its relationship
     * @param table the table with the foreign key
     * @param foreignKey its attributes
     * @param objects the objects with the foreign key
     */
    record PostUpdate(String name, EntityTable table, int[] foreignKey,
            List<ManagedEntity> objects) implements FlushAction {

        /** Copies the list. */
        public PostUpdate {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "afterwards set " + name + " x" + objects.size();
        }
    }

    /**
     * A foreign key that is emptied before rows are deleted, because they refer to each other in a cycle. Immutable; the array is not to be changed.
     *
     * @param name what the foreign key is called: its relationship
     * @param table the table with the foreign key
     * @param foreignKey its attributes
     * @param objects the objects with the foreign key
     */
    record PreUpdate(String name, EntityTable table, int[] foreignKey,
            List<ManagedEntity> objects) implements FlushAction {

        /** Copies the list. */
        public PreUpdate {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "first empty " + name + " of " + Text.of(objects);
        }
    }

    /**
     * Deleted rows of one table, in the order of the primary key. Immutable.
     *
     * @param table the table
     * @param objects the objects
     */
    record Delete(EntityTable table, List<ManagedEntity> objects) implements FlushAction {

        /** Copies the list. */
        public Delete {
            objects = List.copyOf(objects);
        }

        @Override
        public String toString() {
            return "delete " + Text.of(table, objects);
        }
    }

    /**
     * Rows of a join table that are deleted. Immutable.
     *
     * @param relationship the relationship, in one of its two directions
     * @param pairs who is no longer related to whom
     */
    record Unlink(RelationshipProperty relationship, List<Pair> pairs) implements FlushAction {

        /** Copies the list. */
        public Unlink {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String toString() {
            return "unlink " + relationship + " x" + pairs.size();
        }
    }

    /**
     * New rows of a join table. Immutable.
     *
     * @param relationship the relationship, in one of its two directions
     * @param pairs who is now related to whom
     */
    record Link(RelationshipProperty relationship, List<Pair> pairs) implements FlushAction {

        /** Copies the list. */
        public Link {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String toString() {
            return "link " + relationship + " x" + pairs.size();
        }
    }

    /**
     * Two related objects. Two pairs are equal when they are of the same objects. Immutable.
     *
     * @param owner the object with the relationship
     * @param target the object it leads to
     */
    record Pair(ManagedEntity owner, ManagedEntity target) {

        /** Checks for null. */
        public Pair {
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(target, "target");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && pair.owner == owner && pair.target == target;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(owner) + System.identityHashCode(target);
        }
    }

    /** How objects are written in a plan. No state. Thread-safe. */
    final class Text {

        private Text() {}

        /** An object has a row in each of its tables: those of a subclass are named. */
        static String of(EntityTable table, List<ManagedEntity> objects) {
            return (table.slot() == 0 ? "" : "in " + table.name() + " ") + of(objects);
        }

        static String of(List<ManagedEntity> objects) {
            return String.join(", ", objects.stream().map(EntityInternals::describe).toList());
        }
    }
}
