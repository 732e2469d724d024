package dev.rubedo.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** An annotation in source code: its values, with defaults, and their positions. Immutable. */
final class DeclaredAnnotation {

    private final AnnotationMirror mirror;
    private final Map<? extends ExecutableElement, ? extends AnnotationValue> values;

    private DeclaredAnnotation(AnnotationMirror mirror, Elements elements) {
        this.mirror = mirror;
        this.values = elements.getElementValuesWithDefaults(mirror);
    }

    /**
     * Returns the annotation of this type, if the element has it. A method may have it by an annotation of the program
     * that stands for several.
     */
    static Optional<DeclaredAnnotation> find(AnnotatedConstruct element, Class<?> annotation, Elements elements) {
        Optional<DeclaredAnnotation> own = direct(element, annotation, elements);
        if (own.isPresent() || !(element instanceof ExecutableElement)) {
            return own;
        }
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> !isKnown(nameOf(mirror)))
                .flatMap(mirror -> direct(mirror.getAnnotationType().asElement(), annotation, elements).stream())
                .findFirst();
    }

    private static boolean isKnown(String name) {
        return name.startsWith(EntityReader.MAPPING_PACKAGE) || name.startsWith("java.")
                || name.startsWith("org.jspecify.");
    }

    private static Optional<DeclaredAnnotation> direct(AnnotatedConstruct element, Class<?> annotation,
            Elements elements) {
        return element.getAnnotationMirrors().stream().filter(mirror -> nameOf(mirror).equals(annotation.getName()))
                .findFirst().map(mirror -> new DeclaredAnnotation(mirror, elements));
    }

    /** Returns the repeatable annotations of this type, whether or not the compiler put them into their container. */
    static List<DeclaredAnnotation> all(AnnotatedConstruct element, Class<?> annotation, Class<?> container,
            Elements elements) {
        var found = new ArrayList<DeclaredAnnotation>();
        find(element, annotation, elements).ifPresent(found::add);
        find(element, container, elements).ifPresent(holder -> {
            for (Object value : holder.list("value")) {
                if (value instanceof AnnotationMirror inner) {
                    found.add(new DeclaredAnnotation(inner, elements));
                }
            }
        });
        return found;
    }

    static String nameOf(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type ? type.getQualifiedName().toString()
                : "";
    }

    /** Returns the simple name of the annotation. */
    String name() {
        return mirror.getAnnotationType().asElement().getSimpleName().toString();
    }

    AnnotationMirror mirror() {
        return mirror;
    }

    /** Returns the value with its position in the source, or null if it is the default. */
    @Nullable
    AnnotationValue written(String name) {
        for (var entry : mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    String string(String name) {
        return value(name) instanceof String text ? text : "";
    }

    int integer(String name) {
        return value(name) instanceof Integer number ? number : 0;
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(value(name));
    }

    Optional<TypeMirror> type(String name) {
        return value(name) instanceof TypeMirror type ? Optional.of(type) : Optional.empty();
    }

    /** Returns the name of an enum constant. */
    String constant(String name) {
        return value(name) instanceof VariableElement constant ? constant.getSimpleName().toString() : "";
    }

    List<String> constants(String name) {
        return list(name).stream().filter(VariableElement.class::isInstance).map(VariableElement.class::cast)
                .map(constant -> constant.getSimpleName().toString()).toList();
    }

    List<String> strings(String name) {
        return list(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }

    private List<Object> list(String name) {
        return value(name) instanceof List<?> items
                ? items.stream().filter(AnnotationValue.class::isInstance)
                        .map(item -> ((AnnotationValue) item).getValue()).toList()
                : List.of();
    }

    private @Nullable Object value(String name) {
        for (var entry : values.entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }
}
