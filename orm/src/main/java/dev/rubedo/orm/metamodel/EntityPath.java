package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.UnresolvedEntity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity in a statement: the superclass of every generated query model. Two paths are equal if they refer to the
 * same entity from the same origin. The public methods without parameters that this class declares begin with {@code
 * $}, so that attributes cannot clash with them. Immutable.
 *
 * @param <E> the entity class
 */
public abstract class EntityPath<E> implements UnresolvedEntity<E> {

    private final EntityDefinition<E> definition;
    private final PathOrigin origin;

    /** Creates a path. The generated subclass passes its definition. */
    protected EntityPath(EntityDefinition<E> definition, PathOrigin origin) {
        this.definition = Objects.requireNonNull(definition, "definition");
        this.origin = Objects.requireNonNull(origin, "origin");
    }

    /** Returns the definition of the entity. */
    public final EntityDefinition<E> $definition() {
        return definition;
    }

    /** Returns where this path begins. */
    public final PathOrigin $origin() {
        return origin;
    }

    /** Creates the column or formula attribute with this name. */
    protected final <T> Attribute<E, T> column(String name) {
        return new Attribute<>(this, index(name));
    }

    /** Creates the to-one relationship with this name. */
    protected final <T> ToOne<E, T> toOne(String name) {
        return new ToOne<>(this, index(name), null, List.of());
    }

    /** Creates the to-many relationship with this name. */
    protected final <T> ToMany<E, T> toMany(String name) {
        return new ToMany<>(this, index(name), null, List.of());
    }

    /**
     * Returns the column or formula attribute with this name, if there is one. Useful for sorting or filtering by a client's
     * choice.
     */
    @Override
    public final Optional<Attribute<E, ?>> attribute(String name) {
        int index = definition.indexOf(name);
        return index >= 0 && !(definition.attribute(index) instanceof RelationshipDefinition)
                ? Optional.of(new Attribute<E, Object>(this, index))
                : Optional.empty();
    }

    private int index(String name) {
        int index = definition.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Entity \"" + definition.name() + "\" has no attribute \"" + name + "\".");
        }
        return index;
    }

    /** Returns the qualifier of attributes in text: the alias if there is one. */
    static String reference(EntityPath<?> path) {
        return path.origin instanceof PathOrigin.Named named ? named.name() : path.toString();
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
