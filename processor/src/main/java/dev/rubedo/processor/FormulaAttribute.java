package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that the database computes.
 *
 * @param accessor its declaration, whose method is the static one with {@code @Formula}
 * @param java the type argument of the expression
 * @param deferral the call that describes how it is loaded if queries leave it out, or nothing
 * @param perQuery the type of an attribute whose expression is supplied by each query, or null if it has its own
 */
record FormulaAttribute(Accessor accessor, TypeName java, CodeBlock deferral,
        @Nullable CodeBlock perQuery) implements MappedAttribute {

    /** Returns the function that returns the SQL for a query model. */
    CodeBlock call() {
        TypeElement owner = (TypeElement) Environment.owner(accessor.method());
        ClassName type = TypeNames.className(owner);
        return owner.getKind() == ElementKind.INTERFACE
                ? CodeBlock.of("model -> $T.$L($T.of(model))", type, name(), EntityModel.queryName(type))
                : CodeBlock.of("$T::$L", type, name());
    }

    /** Returns the name of the getter, in the style of the other attributes. */
    String getterName() {
        return perQuery != null ? accessor.getterName() : accessor.bean() ? "get" + Names.capitalized(name()) : name();
    }

    @Override
    public TypeName fieldType() {
        return accessor.nullable() ? TypeNames.nullable(java) : java;
    }
}
