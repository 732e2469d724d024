package dev.rubedo.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/**
 * Converts the compiler's types to names in source. Unlike {@code TypeName.get}, it keeps type annotations, so that
 * {@code List<@Valid Address>} is preserved, and never uses {@code toString}, which differs between compilers.
 * Immutable.
 */
final class TypeNames {

    /** The annotation that generated code uses for nullable types. */
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private TypeNames() {}

    /** Returns the type with the annotations on its components, but not those on the type as a whole. */
    static TypeName of(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE -> primitive((PrimitiveType) type);
            case ARRAY -> ArrayTypeName.of(annotated(((ArrayType) type).getComponentType()));
            case DECLARED, ERROR -> declared((DeclaredType) type);
            case TYPEVAR -> TypeVariableName.get(((TypeVariable) type).asElement().getSimpleName().toString());
            case WILDCARD -> wildcard((WildcardType) type);
            default -> TypeName.get(type);
        };
    }

    /** Returns the type with all its annotations. */
    static TypeName annotated(TypeMirror type) {
        TypeName plain = of(type);
        List<AnnotationSpec> annotations = type.getAnnotationMirrors().stream().map(TypeNames::annotation).toList();
        return annotations.isEmpty() ? plain : plain.annotated(annotations);
    }

    /** Returns the type marked as nullable; primitive types are boxed. */
    static TypeName nullable(TypeName type) {
        return type.box().annotated(AnnotationSpec.builder(NULLABLE).build());
    }

    static AnnotationSpec annotation(AnnotationMirror mirror) {
        return AnnotationSpec.get(mirror);
    }

    private static TypeName primitive(PrimitiveType type) {
        return switch (type.getKind()) {
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case CHAR -> TypeName.CHAR;
            case FLOAT -> TypeName.FLOAT;
            default -> TypeName.DOUBLE;
        };
    }

    private static TypeName declared(DeclaredType type) {
        ClassName raw = className(type.asElement());
        if (type.getTypeArguments().isEmpty()) {
            return raw;
        }
        var arguments = new ArrayList<TypeName>();
        for (TypeMirror argument : type.getTypeArguments()) {
            arguments.add(annotated(argument));
        }
        return ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new));
    }

    /** Returns the name of a type; for one that does not exist (yet), its name in the source. */
    static ClassName className(Element type) {
        var names = new ArrayList<String>();
        Element at = type;
        while (at != null && at.getKind() != ElementKind.PACKAGE && at instanceof TypeElement) {
            names.add(0, at.getSimpleName().toString());
            at = at.getEnclosingElement();
        }
        String packageName = at instanceof PackageElement found ? found.getQualifiedName().toString() : "";
        String first = names.get(0);
        int dot = first.lastIndexOf('.');
        if (dot >= 0) {
            packageName = first.substring(0, dot);
            names.set(0, first.substring(dot + 1));
        }
        return ClassName.get(packageName, names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    private static TypeName wildcard(WildcardType type) {
        if (type.getExtendsBound() != null) {
            return WildcardTypeName.subtypeOf(annotated(type.getExtendsBound()));
        }
        return type.getSuperBound() != null ? WildcardTypeName.supertypeOf(annotated(type.getSuperBound()))
                : WildcardTypeName.subtypeOf(ClassName.OBJECT);
    }
}
