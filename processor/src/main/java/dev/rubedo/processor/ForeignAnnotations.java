package dev.rubedo.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Copies the annotations of other libraries to what is generated, so that none is silently dead: to the accessor; and,
 * where the accessor is not named as JavaBeans are, to the field too, which is where libraries look then. Immutable.
 */
final class ForeignAnnotations {

    private static final Set<String> OF_JAVA = Set.of("java.lang.Override", "java.lang.SuppressWarnings");

    private final Elements elements;

    ForeignAnnotations(Elements elements) {
        this.elements = elements;
    }

    /** Returns the annotations for the accessor. */
    List<AnnotationSpec> onGetter(Accessor accessor) {
        return foreign(accessor.method()).stream().map(TypeNames::annotation).toList();
    }

    /** Returns the annotations for the field. */
    List<AnnotationSpec> onField(Accessor accessor) {
        return accessor.bean() ? List.of()
                : foreign(accessor.method()).stream()
                        .filter(annotation -> targets(annotation).contains(ElementType.FIELD.name()))
                        .filter(annotation -> !DeclaredAnnotation.nameOf(annotation).equals("java.lang.Deprecated"))
                        .map(TypeNames::annotation).toList();
    }

    /** Returns whether the attribute is deprecated, which whatever is generated for it must be too. */
    static boolean isDeprecated(Accessor accessor) {
        return accessor.method().getAnnotationMirrors().stream()
                .anyMatch(mirror -> DeclaredAnnotation.nameOf(mirror).equals("java.lang.Deprecated"));
    }

    /** Returns whether compilers warn of the attribute even where they are told not to warn of what is deprecated. */
    static boolean isForRemoval(Accessor accessor) {
        return accessor.method().getAnnotationMirrors().stream()
                .filter(mirror -> DeclaredAnnotation.nameOf(mirror).equals("java.lang.Deprecated"))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .anyMatch(entry -> entry.getKey().getSimpleName().contentEquals("forRemoval")
                        && Boolean.TRUE.equals(entry.getValue().getValue()));
    }

    /**
     * Returns the accessor's return type with the annotations that stand on types; those that stand on the method too
     * are written there.
     */
    TypeName returnType(Accessor accessor) {
        List<String> onMethod = accessor.method().getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf).toList();
        var annotations = new ArrayList<AnnotationSpec>();
        List<? extends AnnotationMirror> onType = accessor.type().getAnnotationMirrors().isEmpty()
                ? accessor.method().getReturnType().getAnnotationMirrors() : accessor.type().getAnnotationMirrors();
        for (AnnotationMirror annotation : onType) {
            AnnotationSpec copy = TypeNames.annotation(annotation);
            // a type argument and the type variable it stands for may both be marked
            if (!onMethod.contains(DeclaredAnnotation.nameOf(annotation)) && !annotations.contains(copy)) {
                annotations.add(copy);
            }
        }
        TypeName plain = TypeNames.of(accessor.type());
        return annotations.isEmpty() ? plain : plain.annotated(annotations);
    }

    private List<? extends AnnotationMirror> foreign(ExecutableElement method) {
        return method.getAnnotationMirrors().stream().filter(annotation -> {
            String name = DeclaredAnnotation.nameOf(annotation);
            return !name.startsWith(EntityReader.MAPPING_PACKAGE) && !OF_JAVA.contains(name)
                    && !isOnTypeOnly(annotation);
        }).toList();
    }

    private boolean isOnTypeOnly(AnnotationMirror annotation) {
        return targets(annotation).equals(List.of(ElementType.TYPE_USE.name()));
    }

    /** Returns where an annotation may stand; without {@code @Target}, anywhere where declarations are. */
    private List<String> targets(AnnotationMirror annotation) {
        if (!(annotation.getAnnotationType().asElement() instanceof TypeElement type)) {
            return List.of();
        }
        return DeclaredAnnotation.find(type, Target.class, elements).map(target -> target.constants("value"))
                .orElse(List.of(ElementType.METHOD.name(), ElementType.FIELD.name()));
    }
}
