package dev.rubedo.orm.metamodel;

/** One attribute of an entity: a column or a relationship. Immutable. */
public sealed interface AttributeDefinition permits ColumnDefinition, RelationshipDefinition {

    /** Returns the name of the attribute, as it is declared in the entity. */
    String name();
}
