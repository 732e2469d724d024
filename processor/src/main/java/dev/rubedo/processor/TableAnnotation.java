package dev.rubedo.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * An annotation that describes the table of an entity, on the entity itself or on one of its mixins. Immutable.
 *
 * @param on the annotated type
 * @param annotation the annotation
 * @param table the name of the table
 */
record TableAnnotation(TypeElement on, DeclaredAnnotation annotation, String table) {

    /** Returns the annotations of this type: those of mixins, then those of the entity. */
    static List<TableAnnotation> all(EntityModel entity, Class<?> annotation, Class<?> container,
            Elements elements) {
        var types = new ArrayList<>(Mixins.of(entity));
        types.add(entity.element());
        return types.stream().flatMap(type -> DeclaredAnnotation.all(type, annotation, container, elements).stream()
                .map(found -> new TableAnnotation(type, found, entity.table()))).toList();
    }

    /** Returns the name given to a constraint or index, in which {@code {table}} stands for the table. */
    String name() {
        return annotation.string("name").replace("{table}", table);
    }
}
