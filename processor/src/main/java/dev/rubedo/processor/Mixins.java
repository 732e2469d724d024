package dev.rubedo.processor;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the mixins of an entity, with those that they extend. Immutable. */
final class Mixins {

    private Mixins() {}

    /** Returns the mixins that an entity adds to those of the entity that it inherits from. */
    static List<TypeElement> of(EntityModel entity) {
        return of(entity.mixins());
    }

    /** Returns mixins with those that they extend, each once. */
    static List<TypeElement> of(List<DeclaredType> mixins) {
        Map<String, TypeElement> found = new LinkedHashMap<>();
        var waiting = new ArrayDeque<TypeMirror>(mixins);
        while (!waiting.isEmpty()) {
            if (waiting.remove() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type
                    && found.putIfAbsent(type.getQualifiedName().toString(), type) == null) {
                waiting.addAll(type.getInterfaces());
            }
        }
        return List.copyOf(found.values());
    }
}
