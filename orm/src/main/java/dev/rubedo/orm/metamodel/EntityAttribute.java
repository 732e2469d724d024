package dev.rubedo.orm.metamodel;

/** An attribute of an entity, stored in a column or leading to other entities: what sessions and object states can be asked about. Immutable. */
public sealed interface EntityAttribute permits Attribute, Relationship {

    /** Returns the entity in the statement that this belongs to. */
    EntityPath<?> owner();

    /** Returns the index of the attribute in its entity. */
    int index();

    /** Returns the name of the attribute. */
    String name();
}
