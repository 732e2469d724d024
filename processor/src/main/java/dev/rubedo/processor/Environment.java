package dev.rubedo.processor;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The compiler's services, with queries that are used in more than one place. Confined to one thread at a time.
 */
final class Environment {

    private final Elements elements;
    private final Types types;
    private final boolean showsTypeAnnotationsOfClassFiles;

    private final boolean readsClassFilesAtOnce;
    private final Set<TypeElement> roots;

    /**
     * @param roots the types that this round compiles
     */
    Environment(ProcessingEnvironment processing, Set<TypeElement> roots) {
        this.roots = roots;
        this.readsClassFilesAtOnce = processing.getClass().getName().startsWith("org.eclipse.jdt.");
        this.elements = processing.getElementUtils();
        this.types = processing.getTypeUtils();
        this.showsTypeAnnotationsOfClassFiles = probe();
    }

    /** Returns the enclosing element. Methods and nested types always have one. */
    static Element owner(Element element) {
        return Objects.requireNonNull(element.getEnclosingElement(), "owner");
    }

    Elements elements() {
        return elements;
    }

    Types types() {
        return types;
    }

    /** Returns the type with a simple name in a package, or null if there is none. */
    @Nullable
    TypeElement typeOf(PackageElement home, String name) {
        return elements.getTypeElement(home.isUnnamed() ? name : home.getQualifiedName() + "." + name);
    }

    /**
     * Returns the types of a package. Eclipse's compiler loads all class files of a package at once and stops at one
     * that refers to a class which is about to be generated again, as the query models of other entities do; there,
     * only the types that are being compiled are returned.
     */
    List<TypeElement> typesIn(PackageElement home) {
        return readsClassFilesAtOnce ? roots.stream().filter(type -> home.equals(type.getEnclosingElement())).toList()
                : ElementFilter.typesIn(home.getEnclosedElements());
    }

    /**
     * Returns whether {@code @Nullable} on a type is visible if the type comes from a class file. javac before 22 hides
     * it, unless it runs with {@code -XDaddTypeAnnotationsToSymbol=true}; there, each nullable attribute of a compiled
     * mixin would silently become NOT NULL.
     */
    boolean showsTypeAnnotationsOfClassFiles() {
        return showsTypeAnnotationsOfClassFiles;
    }

    /**
     * Returns whether the element was read from a class file. A compiler that cannot tell exposes the annotations, so
     * that it does not matter.
     */
    boolean isFromClassFile(Element element) {
        try {
            JavaFileObject file = elements.getFileObjectOf(element);
            return file != null && file.getKind() == JavaFileObject.Kind.CLASS;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    /** Returns whether a method that generated code calls may throw an exception that generated code cannot declare. */
    boolean hasCheckedException(ExecutableElement method) {
        return method.getThrownTypes().stream().anyMatch(thrown -> thrown.getKind() == TypeKind.DECLARED
                && !isA(thrown, "java.lang.RuntimeException") && !isA(thrown, "java.lang.Error"));
    }

    /** Returns a supertype by its qualified name, with its type arguments, or null if the type is none. */
    @Nullable
    DeclaredType supertype(TypeMirror type, String name) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                && element.getQualifiedName().contentEquals(name)) {
            return declared;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return null;
        }
        for (TypeMirror supertype : types.directSupertypes(type)) {
            DeclaredType found = supertype(supertype, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns the type, boxed if it is primitive. */
    TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
    }

    /** Returns whether generated code in the package of {@code user} can write {@code new X()}. */
    boolean canBeMade(TypeElement type, Element user) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(type.getEnclosedElements());
        boolean near = isNear(type, user);
        boolean usable = constructors.isEmpty()
                || constructors.stream().anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && (near ? !constructor.getModifiers().contains(Modifier.PRIVATE)
                                : constructor.getModifiers().contains(Modifier.PUBLIC))
                        && !hasCheckedException(constructor));
        return usable && !isPrivate(type) && (near || type.getModifiers().contains(Modifier.PUBLIC))
                && type.getKind() != ElementKind.INTERFACE && !type.getModifiers().contains(Modifier.ABSTRACT)
                && isStatic(type);
    }

    /** Returns whether generated code in the package of {@code user} can use a member of a type. */
    boolean isVisible(Element member, TypeElement owner, Element user) {
        return isNear(owner, user) ? !member.getModifiers().contains(Modifier.PRIVATE) && !isPrivate(owner)
                : member.getModifiers().contains(Modifier.PUBLIC) && owner.getModifiers().contains(Modifier.PUBLIC)
                        && !isPrivate(owner);
    }

    /** Returns whether two elements are in the same package. */
    boolean isNear(Element one, Element other) {
        return elements.getPackageOf(one).equals(elements.getPackageOf(other));
    }

    private static boolean isStatic(Element type) {
        return owner(type).getKind() == ElementKind.PACKAGE || type.getModifiers().contains(Modifier.STATIC);
    }

    private boolean isA(TypeMirror type, String name) {
        TypeElement wanted = elements.getTypeElement(name);
        return wanted != null && types.isSubtype(type, wanted.asType());
    }

    /**
     * Returns whether a type, or one of its components, does not exist: by mistake, or because another processor has
     * not generated it yet.
     */
    static boolean isUnresolved(@Nullable TypeMirror type) {
        return type != null && switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> isUnresolved(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(Environment::isUnresolved);
            case WILDCARD -> isUnresolved(((WildcardType) type).getExtendsBound())
                    || isUnresolved(((WildcardType) type).getSuperBound());
            default -> false;
        };
    }

    /** Returns whether a type, or one of its components, is private, so that no other class can name it. */
    static boolean isPrivate(TypeMirror type) {
        return switch (type.getKind()) {
            case ARRAY -> isPrivate(((ArrayType) type).getComponentType());
            case DECLARED -> isPrivate(((DeclaredType) type).asElement())
                    || ((DeclaredType) type).getTypeArguments().stream().anyMatch(Environment::isPrivate);
            default -> false;
        };
    }

    /** Returns whether an element, or an enclosing one, is private. */
    static boolean isPrivate(Element element) {
        for (Element at = element; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    /** Inspects a class file that is known to have such an annotation. */
    private boolean probe() {
        TypeElement probe = elements.getTypeElement("dev.rubedo.mapping.TypeAnnotationProbe");
        if (probe == null) {
            return true;
        }
        return probe.getEnclosedElements().stream().filter(member -> member.asType().getKind() == TypeKind.EXECUTABLE)
                .map(member -> (ExecutableElement) member)
                .anyMatch(method -> !method.getReturnType().getAnnotationMirrors().isEmpty());
    }
}
