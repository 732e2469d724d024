package dev.rubedo.orm.metamodel;

/**
 * An attribute of an entity in a statement: a column or a relationship. Methods of sessions and object states take it
 * as an argument. Immutable.
 */
public sealed interface EntityAttribute permits Attribute, Relationship {

    /** Returns the entity in the statement that this attribute belongs to. */
    EntityPath<?> owner();

    /** Returns the index of the attribute in its entity. */
    int index();

    /** Returns the name of the attribute. */
    String name();
}
