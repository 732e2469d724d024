package dev.rubedo.orm.internal.flush;

import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.Objects;

/** Copies the key of an object to the foreign keys of its dependents. Stateless and thread-safe. */
final class KeySynchronizer {

    private KeySynchronizer() {}

    /** Marks the foreign key as changed and copies the parts of the parent's key that are known. */
    static void link(ManagedEntity child, int[] foreignKey, ManagedEntity parent, int[] key) {
        for (int i = 0; i < key.length; i++) {
            Object value = EntityInternals.get(parent, key[i]);
            if (value == null || EntityInternals.isMissing(parent, key[i])) {
                EntityInternals.willChange(child, foreignKey[i]);
            } else if (!Objects.equals(value, EntityInternals.get(child, foreignKey[i]))
                    || EntityInternals.isUnloaded(child, foreignKey[i])) {
                EntityInternals.write(child, foreignKey[i], value);
            }
        }
    }

    /** Copies the parent's key, which is known now, without comparing it with the row. */
    static void copy(ManagedEntity child, int[] foreignKey, ManagedEntity parent, int[] key) {
        for (int i = 0; i < key.length; i++) {
            EntityInternals.give(child, foreignKey[i], EntityInternals.get(parent, key[i]));
        }
    }

    /** Sets the foreign key to null. */
    static void clear(ManagedEntity child, RelationshipProperty relationship, int[] foreignKey) {
        for (int attribute : foreignKey) {
            if (relationship.kind() == RelationshipProperty.Kind.ONE_TO_MANY
                    ? relationship.target().isPrimaryKey(attribute)
                    : relationship.owner().isPrimaryKey(attribute)) {
                throw new FlushException(EntityInternals.describe(child) + " lost its parent (relationship \""
                        + relationship
                        + "\"), but the foreign key is part of its primary key. Delete it, or let the relationship cascade ALL_DELETE_ORPHAN.");
            }
            EntityInternals.write(child, attribute, null);
        }
    }
}
