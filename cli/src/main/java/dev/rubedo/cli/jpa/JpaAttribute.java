package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute of a class. Immutable.
 *
 * @param name the name of the field or property
 * @param type the type
 * @param annotations the annotations of the field or getter
 * @param initial the initial value of the field, or null
 * @param hasSetter whether the class has a setter for it
 * @param line the line of its declaration
 */
record JpaAttribute(String name, Type type, List<AnnotationExpr> annotations, @Nullable Expression initial,
        boolean hasSetter, int line) {

    private static final Set<String> COLLECTIONS = Set.of("Collection", "List", "Set", "SortedSet", "Map");

    Optional<AnnotationExpr> find(String annotation) {
        return JpaAnnotations.find(annotations, annotation);
    }

    boolean has(String... names) {
        return JpaAnnotations.has(annotations, names);
    }

    boolean isRelationship() {
        return has("ManyToOne", "OneToOne", "OneToMany", "ManyToMany");
    }

    boolean isToMany() {
        return has("OneToMany", "ManyToMany");
    }

    /** Returns the annotation of the relationship. */
    AnnotationExpr relationship() {
        return annotations.stream().filter(each -> Set.of("ManyToOne", "OneToOne", "OneToMany", "ManyToMany")
                .contains(each.getName().getIdentifier())).findFirst().orElseThrow();
    }

    boolean isCollection() {
        return type instanceof ClassOrInterfaceType named && COLLECTIONS.contains(named.getNameAsString());
    }

    /** Returns the simple name of the target class of the attribute. */
    String target() {
        if (type instanceof ClassOrInterfaceType named) {
            var arguments = named.getTypeArguments();
            if (isCollection() && arguments.isPresent() && !arguments.get().isEmpty()) {
                var last = arguments.get().get(arguments.get().size() - 1);
                return last instanceof ClassOrInterfaceType element ? element.getNameAsString() : last.asString();
            }
            return named.getNameAsString();
        }
        return type.asString();
    }

    private String capitalized() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String getter() {
        return (type.isPrimitiveType() && type.asString().equals("boolean") ? "is" : "get") + capitalized();
    }

    String setter() {
        return "set" + capitalized();
    }

    /** Returns the name of the column. */
    String column() {
        return find("Column").map(column -> JpaAnnotations.text(column, "name")).filter(text -> !text.isEmpty())
                .orElseGet(() -> snake(name));
    }

    /** Returns a name in snake_case, as Rubedo and Spring's naming strategy derive it. */
    static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
    }
}
