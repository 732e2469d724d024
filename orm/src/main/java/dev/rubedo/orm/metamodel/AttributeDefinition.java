package dev.rubedo.orm.metamodel;

/** The definition of an attribute of an entity: a column, a formula or a relationship. Immutable. */
public sealed interface AttributeDefinition permits ColumnDefinition, FormulaDefinition, RelationshipDefinition {

    /** Returns the name of the attribute as declared in the entity. */
    String name();
}
