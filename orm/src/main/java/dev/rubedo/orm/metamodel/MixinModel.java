package dev.rubedo.orm.metamodel;

import java.util.Objects;

/**
 * The attributes of a mixin as those of an entity in a statement: the superclass of generated query models of mixins.
 * Immutable.
 */
public abstract class MixinModel {

    private final EntityPath<?> entity;
    private final String mixin;

    /**
     * Creates a model.
     *
     * @param entity the entity in a statement
     * @param mixin the name of the mixin, for messages
     */
    protected MixinModel(EntityPath<?> entity, String mixin) {
        this.entity = Objects.requireNonNull(entity, "entity");
        this.mixin = Objects.requireNonNull(mixin, "mixin");
    }

    /** Returns the column attribute with this name. */
    @SuppressWarnings("unchecked") // the entity declares the attribute as the mixin does
    protected final <T> Attribute<?, T> column(String name) {
        return (Attribute<?, T>) entity.attribute(name).orElseThrow(() -> missing(name));
    }

    /** Returns the to-one relationship with this name. */
    protected final <T> ToOne<?, T> toOne(String name) {
        requireAttribute(name);
        return entity.toOne(name);
    }

    /** Returns the to-many relationship with this name. */
    protected final <T> ToMany<?, T> toMany(String name) {
        requireAttribute(name);
        return entity.toMany(name);
    }

    private void requireAttribute(String name) {
        if (entity.$definition().indexOf(name) < 0) {
            throw missing(name);
        }
    }

    private IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("\"" + entity + "\" has no attribute \"" + name + "\" of mixin \"" + mixin
                + "\". Let the Mapped of \"" + entity.$definition().name() + "\" extend the mixin.");
    }

    /** Returns the entity in the statement. */
    public final EntityPath<?> $entity() {
        return entity;
    }

    @Override
    public final String toString() {
        return mixin + " of " + entity;
    }
}
