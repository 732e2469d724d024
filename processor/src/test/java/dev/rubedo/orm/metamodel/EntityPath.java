package dev.rubedo.orm.metamodel;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public abstract class EntityPath<E> {

    protected EntityPath(EntityDefinition<E> definition, PathOrigin origin) {}

    protected final <T> Attribute<E, T> column(String name) {
        return new Attribute<>();
    }

    protected final <T> ToOne<E, T> toOne(String name) {
        return new ToOne<>();
    }

    protected final <T> ToMany<E, T> toMany(String name) {
        return new ToMany<>();
    }
}
