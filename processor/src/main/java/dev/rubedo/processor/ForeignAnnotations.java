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
 * Copies third-party annotations to generated code, so that none is silently lost: to the accessor and, if the accessor
 * is not named as in JavaBeans, also to the field, where libraries look in that case. Immutable.
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

    /**
     * Returns whether the attribute is deprecated, in which case everything generated for it must be deprecated too.
     */
    static boolean isDeprecated(Accessor accessor) {
        return accessor.method().getAnnotationMirrors().stream()
                .anyMatch(mirror -> DeclaredAnnotation.nameOf(mirror).equals("java.lang.Deprecated"));
    }

    /** Returns whether compilers warn about the attribute even if deprecation warnings are suppressed. */
    static boolean isForRemoval(Accessor accessor) {
        return accessor.method().getAnnotationMirrors().stream()
                .filter(mirror -> DeclaredAnnotation.nameOf(mirror).equals("java.lang.Deprecated"))
                .flatMap(mirror -> mirror.getElementValues().entrySet().stream())
                .anyMatch(entry -> entry.getKey().getSimpleName().contentEquals("forRemoval")
                        && Boolean.TRUE.equals(entry.getValue().getValue()));
    }

    /**
     * Returns the accessor's return type with its type annotations. Those that also apply to methods are written there.
     */
    TypeName returnType(Accessor accessor) {
        List<String> onMethod = accessor.method().getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                .toList();
        var annotations = new ArrayList<AnnotationSpec>();
        List<? extends AnnotationMirror> onType = accessor.type().getAnnotationMirrors().isEmpty()
                ? accessor.method().getReturnType().getAnnotationMirrors() : accessor.type().getAnnotationMirrors();
        for (AnnotationMirror annotation : onType) {
            AnnotationSpec copy = TypeNames.annotation(annotation);
            // a type argument and the type variable it replaces may both be annotated
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

    /** Returns the targets of an annotation; without {@code @Target}, all declarations. */
    private List<String> targets(AnnotationMirror annotation) {
        if (!(annotation.getAnnotationType().asElement() instanceof TypeElement type)) {
            return List.of();
        }
        return DeclaredAnnotation.find(type, Target.class, elements).map(target -> target.constants("value"))
                .orElse(List.of(ElementType.METHOD.name(), ElementType.FIELD.name()));
    }
}
