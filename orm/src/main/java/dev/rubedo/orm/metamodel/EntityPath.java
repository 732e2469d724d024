package dev.rubedo.orm.metamodel;

import java.util.Objects;

/**
 * An entity in a statement: the superclass of every generated query model. Two paths are equal when they mean the same
 * entity from the same origin. Its own public methods without parameters begin with {@code $}, so that no attribute can clash. Immutable.
 *
 * @param <E> the entity class
 */
public abstract class EntityPath<E> {

    private final EntityDefinition<E> definition;
    private final PathOrigin origin;

    /** Makes the path; the generated class passes its definition. */
    protected EntityPath(EntityDefinition<E> definition, PathOrigin origin) {
        this.definition = Objects.requireNonNull(definition, "definition");
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /** Returns what the processor found out about the entity. */
    public final EntityDefinition<E> $definition() {
        return definition;
    }

    /** Returns where this path begins. */
    public final PathOrigin $origin() {
        return origin;
    }

    /** Makes the attribute of this name, which is stored in a column. */
    protected final <T> Attribute<E, T> attribute(String name) {
        return new Attribute<>(this, index(name));
    }

    /** Makes the relationship of this name, which leads to at most one entity. */
    protected final <T> ToOne<E, T> toOne(String name) {
        return new ToOne<>(this, index(name));
    }

    /** Makes the relationship of this name, which leads to any number of entities. */
    protected final <T> ToMany<E, T> toMany(String name) {
        return new ToMany<>(this, index(name));
    }

    private int index(String name) {
        int index = definition.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Entity \"" + definition.name() + "\" has no attribute \"" + name + "\".");
        }
        return index;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof EntityPath<?> path && path.definition == definition && path.origin.equals(origin);
    }

    @Override
    public final int hashCode() {
        return 31 * System.identityHashCode(definition) + origin.hashCode();
    }

    @Override
    public final String toString() {
        return switch (origin) {
            case PathOrigin.Root root -> definition.name();
            case PathOrigin.Named named -> definition.name() + " as " + named.name();
            case PathOrigin.Through through -> through.relationship().toString();
        };
    }
}
