package dev.rubedo.processor;

import com.palantir.javapoet.TypeName;
import javax.lang.model.element.ExecutableElement;

/** An attribute of an entity: a column, a formula or a relationship. Immutable. */
sealed interface MappedAttribute permits ColumnAttribute, FormulaAttribute, RelationshipAttribute {

    /** Returns the declaration of the attribute. */
    Accessor accessor();

    default String name() {
        return accessor().name();
    }

    /** Returns the element to point to in messages. */
    default ExecutableElement element() {
        return accessor().method();
    }

    /** Returns the type of the field: never {@code Optional}, and marked nullable if null is allowed. */
    TypeName fieldType();
}
