package dev.rubedo.orm.metamodel;

/** A stand-in for the runtime's type, with the signatures that generated code uses. Immutable. */
public abstract class EntityPath<E> {

    protected EntityPath(EntityDefinition<E> definition, PathOrigin origin) {}

    public final EntityDefinition<E> $definition() {
        return EntityDefinition.<E>of(null, null, "").build();
    }

    protected EntityPath<E> $with(PathOrigin origin) {
        return this;
    }

    protected final <P extends EntityPath<? super E>> P $as(P superclass) {
        return superclass;
    }

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
