package dev.rubedo.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A mapping error and its position, as precise as compilers can show. Immutable. */
record Problem(Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value,
        String message) {

    static Problem at(Element element, String message) {
        return new Problem(element, null, null, message);
    }

    static Problem at(Element element, DeclaredAnnotation annotation, String message) {
        return new Problem(element, annotation.mirror(), null, message);
    }

    /** Returns a problem at one value of an annotation, or at the annotation if the value is not written. */
    static Problem at(Element element, DeclaredAnnotation annotation, String value, String message) {
        return new Problem(element, annotation.mirror(), annotation.written(value), message);
    }
}
