package dev.rubedo.orm.metamodel;

import org.jspecify.annotations.Nullable;

/** The definition of an attribute of an entity: a column, a formula or a relationship. Immutable. */
public sealed interface AttributeDefinition permits ColumnDefinition, FormulaDefinition, RelationshipDefinition {

    /** Returns the name of the attribute as declared in the entity. */
    String name();

    /** Returns how the attribute is loaded if queries do not load it by default, or null if they do. */
    default @Nullable Deferral deferral() {
        return null;
    }
}
