package dev.rubedo.orm.metamodel;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public abstract class MixinModel {

    protected MixinModel(EntityPath<?> entity, String mixin) {}

    protected final <T> Attribute<?, T> column(String name) {
        return null;
    }

    protected final <T> ToOne<?, T> toOne(String name) {
        return null;
    }

    protected final <T> ToMany<?, T> toMany(String name) {
        return null;
    }
}
