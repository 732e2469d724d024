package dev.rubedo.processor;

import dev.rubedo.mapping.Access;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * The declaration of an attribute: one abstract method of {@code Mapped} or of a mixin.
 *
 * @param name the name of the attribute: {@code name} for {@code name()} and for {@code getName()}
 * @param method the method; for a synthetic foreign key, the method of its relationship
 * @param type the return type, with the type variables of generic mixins replaced
 * @param value the type of the values: the content of the {@code Optional}, if it is one
 * @param bean whether the accessors follow JavaBeans
 * @param nullable whether null is allowed
 * @param optional whether the accessor returns an {@code Optional}
 * @param setter the visibility of the setter
 */
record Accessor(String name, ExecutableElement method, TypeMirror type, TypeMirror value, boolean bean,
        boolean nullable, boolean optional,
        Access setter) {

    String getterName() {
        return method.getSimpleName().toString();
    }

    String setterName() {
        return bean ? "set" + Names.capitalized(name) : name;
    }
}
