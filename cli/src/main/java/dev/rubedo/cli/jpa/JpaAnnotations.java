package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads annotations by their simple names. Immutable. */
final class JpaAnnotations {
    /** The names of the annotations of JPA, Hibernate, Spring Data and Lombok; those of other libraries are kept. */
    private static final Set<String> OF_OTHERS = Set.of("Override", "Deprecated", "SuppressWarnings", "SafeVarargs");

    private JpaAnnotations() {}

    static Optional<AnnotationExpr> find(List<AnnotationExpr> annotations, String name) {
        return annotations.stream().filter(each -> each.getName().getIdentifier().equals(name)).findFirst();
    }

    static boolean has(List<AnnotationExpr> annotations, String... names) {
        return List.of(names).stream().anyMatch(name -> find(annotations, name).isPresent());
    }

    static boolean isOfJava(AnnotationExpr annotation) {
        return OF_OTHERS.contains(annotation.getName().getIdentifier());
    }

    /** Returns an element of an annotation; a single unnamed one is {@code value}. */
    static Optional<Expression> element(AnnotationExpr annotation, String name) {
        if (annotation instanceof SingleMemberAnnotationExpr single && name.equals("value")) {
            return Optional.of(single.getMemberValue());
        }
        return annotation instanceof NormalAnnotationExpr normal
                ? normal.getPairs().stream().filter(pair -> pair.getNameAsString().equals(name))
                        .map(pair -> pair.getValue()).findFirst()
                : Optional.empty();
    }

    /** Returns the text of a literal; empty if it is not one. */
    static String text(AnnotationExpr annotation, String name) {
        return element(annotation, name).filter(StringLiteralExpr.class::isInstance)
                .map(value -> ((StringLiteralExpr) value).asString()).orElse("");
    }

    static boolean flag(AnnotationExpr annotation, String name, boolean otherwise) {
        return element(annotation, name).filter(BooleanLiteralExpr.class::isInstance)
                .map(value -> ((BooleanLiteralExpr) value).getValue()).orElse(otherwise);
    }

    /** Returns the simple name of a constant, such as {@code ALL} for {@code CascadeType.ALL}. */
    static String constant(Expression value) {
        return value instanceof FieldAccessExpr access ? access.getNameAsString() : value.toString();
    }

    /** Returns the elements of an array, or a single value. */
    static List<Expression> list(AnnotationExpr annotation, String name) {
        return element(annotation, name).map(value -> value instanceof ArrayInitializerExpr array
                ? List.copyOf(array.getValues()) : List.of(value)).orElse(List.of());
    }
}
