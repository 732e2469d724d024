package dev.rubedo.processor;

import java.util.Objects;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;

/** What the compiler offers, with the questions asked of it in more than one place. Confined to one thread at a time. */
final class Environment {

    private final Elements elements;
    private final Types types;
    private final boolean showsTypeAnnotationsOfClassFiles;

    Environment(ProcessingEnvironment processing) {
        this.elements = processing.getElementUtils();
        this.types = processing.getTypeUtils();
        this.showsTypeAnnotationsOfClassFiles = probe();
    }

    /** Returns what an element is declared in. Methods and nested types are always declared in something. */
    static Element owner(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "owner");
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /**
     * Tells whether {@code @Nullable} on a type is visible where the type comes from a class file. javac before 22 hides it, unless it runs with
     * {@code -XDaddTypeAnnotationsToSymbol=true}; there, each nullable attribute of a compiled mixin would silently become NOT NULL.
     */
    boolean showsTypeAnnotationsOfClassFiles() {
        return showsTypeAnnotationsOfClassFiles;
    }

    /** Tells whether the element was read from a class file. A compiler that cannot say shows the annotations, so that it does not matter. */
    boolean isFromClassFile(Element element) {
        try {
            JavaFileObject file = elements.getFileObjectOf(element);
            return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Looks at a class file that is known to have such an annotation. */
    private boolean probe() {
        TypeElement probe = elements.getTypeElement("dev.rubedo.mapping.TypeAnnotationProbe");
        if (probe == null) {
            return true;
        }
        return probe.getEnclosedElements().stream().filter(member -> member.asType().getKind() == TypeKind.EXECUTABLE)
                .map(member -> (javax.lang.model.element.ExecutableElement) member)
                .anyMatch(method -> !method.getReturnType().getAnnotationMirrors().isEmpty());
    }
}
