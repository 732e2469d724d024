package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.FromQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the method of an entity that returns the query of its rows. Immutable. */
final class EntityQueries {

    private static final String QUERY = "dev.rubedo.sql.Selectable";

    private final Environment environment;

    EntityQueries(Environment environment) {
        this.environment = environment;
    }

    /** Returns a reference to the valid method, or null, and reports what is wrong. */
    @Nullable
    CodeBlock read(EntityModel entity, Consumer<Problem> problems) {
        List<ExecutableElement> methods = methods(entity.element(), environment);
        if (methods.isEmpty()) {
            return null;
        }
        ExecutableElement method = methods.get(0);
        Optional<String> wrong = check(entity, method);
        if (methods.size() > 1) {
            problems.accept(Problem.at(methods.get(1), "Entity \"" + entity.name()
                    + "\" has two queries for its rows. Keep only one @FromQuery."));
        }
        wrong.ifPresent(message -> problems.accept(Problem.at(method, "Query \"" + method.getSimpleName() + "\" "
                + message)));
        for (MappedAttribute attribute : entity.attributes()) {
            if (attribute instanceof RelationshipAttribute relationship && !relationship.isViewOnly()) {
                problems.accept(Problem.at(relationship.accessor().method(), "Relationship \"" + relationship.name()
                        + "\" belongs to an entity that is read from a query, so it cannot be written. Add "
                        + "viewOnly = true."));
            }
        }
        return wrong.isPresent() ? null
                : CodeBlock.of("$T::$L", TypeNames.className(entity.element()), method.getSimpleName());
    }

    /** Returns whether the rows of an entity are those of a query. */
    static boolean isFromQuery(TypeElement entity, Environment environment) {
        return !methods(entity, environment).isEmpty();
    }

    private static List<ExecutableElement> methods(TypeElement entity, Environment environment) {
        return ElementFilter.methodsIn(entity.getEnclosedElements()).stream()
                .filter(method -> DeclaredAnnotation.find(method, FromQuery.class, environment.elements()).isPresent())
                .toList();
    }

    private Optional<String> check(EntityModel entity, ExecutableElement method) {
        if (!method.getModifiers().contains(Modifier.STATIC) || !method.getParameters().isEmpty()
                || !isQuery(method.getReturnType())) {
            return Optional.of("must be static, take no parameters and return a query: static Selectable<?> "
                    + method.getSimpleName() + "().");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("is private, but \"" + entity.name()
                    + "_\" calls it. Remove private: package-private is enough.");
        }
        if (!method.getTypeParameters().isEmpty() || environment.hasCheckedException(method)) {
            return Optional.of("has type parameters or throws a checked exception. Remove them.");
        }
        return entity.parent() == null && entity.inheritance() == null ? Optional.empty()
                : Optional.of("belongs to an entity with inheritance. A query has the rows of one class: select the "
                        + "attributes of the others into it, or map them separately.");
    }

    private boolean isQuery(TypeMirror type) {
        TypeElement query = environment.elements().getTypeElement(QUERY);
        return query == null || type instanceof DeclaredType && environment.types()
                .isAssignable(environment.types().erasure(type), environment.types().erasure(query.asType()));
    }
}
