package dev.rubedo.orm.metamodel;

import dev.rubedo.sql.UnresolvedEntity;
import java.util.ArrayList;
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

    /**
     * Creates a path to the same entity with another origin, an instance of the same class. Generated query models
     * override it.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    protected EntityPath<E> $with(PathOrigin origin) {
        throw new UnsupportedOperationException("The query model of \"" + definition.name()
                + "\" was not generated. Override $with(PathOrigin) in it to use it in treat(...).");
    }

    /**
     * Returns the query model of a subclass for the rows of this path, for its attributes in conditions and loader
     * options: {@code ANIMAL.treat(DOG).tricks.gt(3)}. In rows of other classes these attributes are NULL. The tables of
     * the subclass are joined automatically.
     *
     * @param subclass the query model of the subclass; only its entity matters
     * @throws IllegalArgumentException if the entity does not inherit from that of this path
     */
    @SuppressWarnings("unchecked") // a query model creates others of its own class
    public final <S extends E, P extends EntityPath<S>> P treat(P subclass) {
        if (!subclass.$definition().isA(definition)) {
            throw new IllegalArgumentException("\"" + subclass.$definition().name() + "\" does not inherit from \""
                    + definition.name() + "\".");
        }
        return (P) subclass.$with(PathOrigin.treated(this));
    }

    /** Returns the query model of an entity that this one inherits from, for the rows of this path. */
    @SuppressWarnings("unchecked") // a query model creates others of its own class
    protected final <P extends EntityPath<? super E>> P $as(P superclass) {
        return (P) superclass.$with(PathOrigin.treated(this));
    }

    /**
     * Returns the query model of an entity with another origin, of the same class.
     *
     * @throws UnsupportedOperationException if it was written by hand and does not override {@code $with}
     */
    @SuppressWarnings("unchecked") // a query model creates others of its own class
    public static <P extends EntityPath<?>> P of(P entity, PathOrigin origin) {
        return (P) entity.$with(origin);
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

    /** Returns the relationship at this position of the definition. */
    public final Relationship<E, ?> $relationship(int index) {
        RelationshipDefinition relationship = (RelationshipDefinition) definition.attribute(index);
        return relationship.isToMany() ? new ToMany<>(this, index, null, List.of())
                : new ToOne<>(this, index, null, List.of());
    }

    /** Returns the column attribute at this position of the definition. */
    public final Attribute<E, ?> $column(int index) {
        return new Attribute<E, Object>(this, index);
    }

    /** Returns the columns that queries of the entity read: those of the entity itself that are not deferred. */
    public final List<Attribute<E, ?>> $columns() {
        List<Attribute<E, ?>> columns = new ArrayList<>();
        for (int i = 0; i < definition.attributes().size(); i++) {
            if (definition.attribute(i) instanceof ColumnDefinition column && column.deferral() == null) {
                columns.add($column(i));
            }
        }
        return columns;
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
            case PathOrigin.Anonymous anonymous -> definition.name() + " as ?";
            case PathOrigin.Derived derived -> definition.name() + " as " + derived.source().label();
            case PathOrigin.Through through -> through.relationship().toString();
            case PathOrigin.Treated treated -> treated.path() + " as a " + definition.name();
        };
    }
}
