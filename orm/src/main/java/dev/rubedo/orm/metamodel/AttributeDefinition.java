package dev.rubedo.orm.metamodel;

/** The definition of an attribute of an entity: a column or a relationship. Immutable. */
public sealed interface AttributeDefinition permits ColumnDefinition, RelationshipDefinition {

    /** Returns the name of the attribute as declared in the entity. */
    String name();
}
