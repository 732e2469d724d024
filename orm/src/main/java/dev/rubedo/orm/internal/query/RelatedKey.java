package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * A part of the key of an object that a condition compares with a relationship. In a cached plan, it stands for the
 * values of objects that are supplied later. Immutable.
 *
 * @param relationship the relationship
 * @param target the entity that it refers to
 * @param attribute the attribute of the target
 * @param source what stands for the object in the plan
 */
record RelatedKey(Relationship<?, ?> relationship, Mapper<?> target, int attribute, Object source) {

    /**
     * Returns the value for an object, or null if its row has none.
     *
     * @throws IllegalArgumentException if the relationship does not lead to objects of this entity, or the object has no
     *     key yet
     */
    @Nullable
    Object of(Object related) {
        ManagedEntity object = EntityInternals.managed(related);
        if (!EntityInternals.definition(object).isA(target.definition())) {
            throw new IllegalArgumentException("\"" + relationship + "\" refers to \"" + target.name() + "\", not to \""
                    + EntityInternals.definition(object).name() + "\".");
        }
        if (EntityInternals.isUnloaded(object, attribute)) {
            EntityInternals.load(object, attribute);
        }
        Object key = EntityInternals.get(object, attribute);
        if (key == null && (!EntityInternals.isTracked(object) || target.isPrimaryKey(attribute))) {
            throw new IllegalArgumentException(EntityInternals.describe(object) + " is compared with \"" + relationship
                    + "\", but has no key yet. Add it to the session and flush first.");
        }
        return key;
    }
}
