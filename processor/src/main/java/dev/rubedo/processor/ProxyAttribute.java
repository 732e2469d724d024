package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * An association proxy: an attribute of related objects that is exposed as one of their owner. To the runtime it is not
 * an attribute.
 *
 * @param accessor its declaration
 * @param through the relationship to the related objects
 * @param value the attribute of the related objects
 * @param target the name of the related entity
 * @param isSettable whether generated code can call the setter of the value
 * @param creator the expression that creates a related object from the variable {@code value}; null if there is none
 * @param remedy advice on how to make creation possible
 */
record ProxyAttribute(Accessor accessor, RelationshipAttribute through, MappedAttribute value, EntityModel target,
        boolean isSettable, @Nullable CodeBlock creator, String remedy) {

    String name() {
        return accessor.name();
    }
}
