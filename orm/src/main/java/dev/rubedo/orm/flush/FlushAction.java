package dev.rubedo.orm.flush;

import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import java.util.Objects;

/**
 * One step of a flush. Its {@code toString} describes what it will do. Immutable, apart from the objects that it refers
 * to.
 */
public sealed interface FlushAction {

    /**
     * An INSERT of rows into one table, in the order in which the objects were added. Immutable.
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
     * An UPDATE of rows of one table, in the order of the primary key. Immutable.
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
     * An UPDATE that turns rows of deleted objects into those of new objects with the same primary key. Immutable.
     *
     * @param table the table
     * @param objects the new objects
     * @param replaced the deleted object for each new one
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
     * An UPDATE of a foreign key after all rows are inserted, because rows refer to each other in a cycle. Immutable;
     * the array must not be modified.
     *
     * @param name the name of the foreign key: that of its relationship
     * @param table the table with the foreign key
     * @param foreignKey the attributes of the foreign key
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
            return "post-update " + name + " x" + objects.size();
        }
    }

    /**
     * An UPDATE that sets a foreign key to NULL before rows are deleted, because they refer to each other in a cycle.
     * Immutable; the array must not be modified.
     *
     * @param name the name of the foreign key: that of its relationship
     * @param table the table with the foreign key
     * @param foreignKey the attributes of the foreign key
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
            return "set to NULL " + name + " of " + Text.of(objects);
        }
    }

    /**
     * A DELETE of rows of one table, in the order of the primary key. Immutable.
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
     * A DELETE of rows of a join table. Immutable.
     *
     * @param relationship the relationship, from either side
     * @param pairs the objects that are no longer related
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
     * An INSERT of rows into a join table. Immutable.
     *
     * @param relationship the relationship, from either side
     * @param pairs the objects that are now related
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
     * Two related objects. Two pairs are equal if they consist of the same objects. Immutable.
     *
     * @param owner the object with the relationship
     * @param target the related object
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

    /** The text of objects in a plan. Stateless and thread-safe. */
    final class Text {

        private Text() {}

        /** Describes rows of one table. An object has a row in each of its tables; those of a subclass are named. */
        static String of(EntityTable table, List<ManagedEntity> objects) {
            return (table.slot() == 0 ? "" : "in " + table.name() + " ") + of(objects);
        }

        static String of(List<ManagedEntity> objects) {
            return String.join(", ", objects.stream().map(EntityInternals::describe).toList());
        }
    }
}
