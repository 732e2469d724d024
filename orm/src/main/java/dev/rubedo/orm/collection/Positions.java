package dev.rubedo.orm.collection;

import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition.Numbering;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the positions of the elements of numbered lists. Stateless and thread-safe. */
final class Positions {

    private Positions() {}

    /** Returns how the elements of a list are numbered, or null if they are not. */
    static @Nullable Numbering of(ManagedEntity owner, int attribute) {
        return ((RelationshipDefinition) EntityInternals.definition(owner).attribute(attribute)).numbering();
    }

    /**
     * Sets the positions of the elements from one index to the end. Elements whose position is already correct do not
     * change.
     */
    static void set(Numbering numbering, List<ManagedEntity> content, int from) {
        for (int i = from; i < content.size(); i++) {
            set(numbering, content.get(i), i);
        }
    }

    /** Sets the position of one element. */
    static void set(Numbering numbering, ManagedEntity item, int index) {
        int attribute = EntityInternals.definition(item).indexOf(numbering.attribute());
        Class<?> type = ((ColumnDefinition) EntityInternals.definition(item).attribute(attribute)).type().javaType();
        long position = numbering.at(index);
        if (!EntityInternals.isUnloaded(item, attribute)
                && EntityInternals.get(item, attribute) instanceof Number now && now.longValue() == position) {
            return;
        }
        Object value;
        if (type == Long.class) {
            value = position;
        } else if (type == Integer.class) {
            value = Math.toIntExact(position);
        } else {
            value = toShort(position);
        }
        EntityInternals.set(item, attribute, value);
    }

    private static short toShort(long position) {
        if (position != (short) position) {
            throw new ArithmeticException("position " + position + " does not fit into a short");
        }
        return (short) position;
    }
}
