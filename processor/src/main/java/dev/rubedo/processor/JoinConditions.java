package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.JoinCondition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds and checks the methods with {@code @JoinCondition} of an entity. Confined to one thread at a time. */
final class JoinConditions {

    private static final String CONDITION = "dev.rubedo.sql.Condition";

    /**
     * The condition of one relationship.
     *
     * @param entity the entity that declares the method
     * @param method the method
     * @param annotation its {@code @JoinCondition}
     */
    record Declared(EntityModel entity, ExecutableElement method, DeclaredAnnotation annotation) {

        boolean isStandalone() {
            return annotation.isTrue("standalone");
        }
    }

    private final EntityModels models;
    private final Environment environment;

    JoinConditions(EntityModels models, Environment environment) {
        this.models = models;
        this.environment = environment;
    }

    /** Returns the condition of a relationship, which the entity that declares the relationship declares too. */
    Optional<Declared> of(EntityModel entity, RelationshipAttribute relationship) {
        for (EntityModel at = entity; at != null; at = at.parent()) {
            Optional<Declared> found = all(at).stream()
                    .filter(one -> one.annotation().string("value").equals(relationship.name())).findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the condition of a relationship if generated code can call it. */
    Optional<Declared> usable(EntityModel entity, RelationshipAttribute relationship) {
        return of(entity, relationship)
                .filter(declared -> mistake(declared.entity(), relationship, declared).isEmpty());
    }

    private List<Declared> all(EntityModel entity) {
        return ElementFilter.methodsIn(entity.element().getEnclosedElements()).stream()
                .flatMap(method -> DeclaredAnnotation.find(method, JoinCondition.class, environment.elements())
                        .map(annotation -> new Declared(entity, method, annotation)).stream())
                .toList();
    }

    /** Reports errors in the conditions of an entity. */
    void check(EntityModel entity, Consumer<Problem> problems) {
        Map<String, Declared> known = new HashMap<>();
        for (Declared declared : all(entity)) {
            String name = declared.annotation().string("value");
            Optional<RelationshipAttribute> relationship = entity.relationship(name);
            Declared twin = known.putIfAbsent(name, declared);
            if (relationship.isEmpty()) {
                problems.accept(Problem.at(declared.method(), declared.annotation(), "value", "Join condition \""
                        + declared.method().getSimpleName() + "\" names \"" + name
                        + "\", which is not a relationship of \"" + entity.name() + "\"."
                        + Names.suggestion(name, entity.relationships().stream().map(MappedAttribute::name).toList())));
            } else if (twin != null) {
                problems.accept(Problem.at(declared.method(), declared.annotation(), "\"" + entity.name() + "." + name
                        + "\" has two join conditions, \"" + twin.method().getSimpleName() + "\" and \""
                        + declared.method().getSimpleName() + "\". Combine them with and(...)."));
            } else {
                mistake(entity, relationship.get(), declared).ifPresent(text -> problems
                        .accept(Problem.at(declared.method(), declared.annotation(), "Join condition \""
                                + declared.method().getSimpleName() + "\" " + text)));
            }
        }
    }

    private Optional<String> mistake(EntityModel entity, RelationshipAttribute relationship, Declared declared) {
        ExecutableElement method = declared.method();
        EntityModel target = models.model(relationship.target());
        EntityModel between = between(entity, relationship);
        if (!method.getModifiers().contains(Modifier.STATIC) || !returnsCondition(method)
                || !takes(method, entity, between, target)) {
            return Optional.of("must be static, take the query models and return a Condition: static Condition "
                    + method.getSimpleName() + "(" + parameter(entity) + ", " + parameter(target, entity) + ")"
                    + (between == null ? "." : ", optionally with " + parameter(between) + " between them."));
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of("is private, but \"" + entity.queryName().simpleName()
                    + "\" calls it. Remove private: package-private is enough.");
        }
        if (!method.getTypeParameters().isEmpty() || environment.hasCheckedException(method)) {
            return Optional
                    .of("has type parameters or throws a checked exception, which is not possible for a mapping. Remove them.");
        }
        if (!declared.isStandalone()) {
            return Optional.empty();
        }
        String path = "\"" + entity.name() + "." + relationship.name() + "\"";
        if (!relationship.isViewOnly()) {
            return Optional.of("is standalone, so " + path
                    + " has no foreign key and cannot be written. Make it viewOnly, or remove standalone.");
        }
        if (!relationship.foreignKey().isEmpty() || relationship.joinTable() != null) {
            return Optional.of("is standalone, but " + path
                    + " names a foreign key or join table. Remove it, or remove standalone.");
        }
        return Optional.empty();
    }

    private static String parameter(EntityModel entity) {
        return entity.queryName().simpleName() + " " + Names.decapitalized(entity.name());
    }

    private static String parameter(EntityModel target, EntityModel owner) {
        return target.isSame(owner) ? target.queryName().simpleName() + " other" : parameter(target);
    }

    private static boolean returnsCondition(ExecutableElement method) {
        TypeMirror type = method.getReturnType();
        return type.getKind() == TypeKind.ERROR || type instanceof DeclaredType declared
                && TypeNames.className(declared.asElement()).canonicalName().equals(CONDITION);
    }

    private static boolean takes(ExecutableElement method, EntityModel owner, @Nullable EntityModel between,
            EntityModel target) {
        List<? extends VariableElement> parameters = method.getParameters();
        return switch (parameters.size()) {
            case 2 -> isModel(parameters.get(0), owner) && isModel(parameters.get(1), target);
            case 3 -> between != null && isModel(parameters.get(0), owner) && isModel(parameters.get(1), between)
                    && isModel(parameters.get(2), target);
            default -> false;
        };
    }

    /** The query models do not exist yet, so only their names can be compared. */
    private static boolean isModel(VariableElement parameter, EntityModel entity) {
        return parameter.asType() instanceof DeclaredType type
                && TypeNames.className(type.asElement()).simpleName().equals(entity.queryName().simpleName());
    }

    /** Returns the entity that maps the join table of a relationship, or null. */
    private @Nullable EntityModel between(EntityModel entity, RelationshipAttribute relationship) {
        return relationship.joinTable() == null ? null
                : models.find(relationship.joinTable().name(), entity).orElse(null);
    }

    /** Writes the option of a relationship's definition. */
    CodeBlock write(EntityModel entity, RelationshipAttribute relationship, Declared declared) {
        EntityModel target = models.model(relationship.target());
        EntityModel between = declared.method().getParameters().size() == 3 ? between(entity, relationship) : null;
        CodeBlock.Builder out = CodeBlock.builder().add("\n.$L(() -> $T.of($T.$L, ",
                declared.isStandalone() ? "standaloneCondition" : "joinCondition", RuntimeTypes.JOIN_CONDITION,
                declared.entity().queryName(), declared.entity().constant());
        if (between != null) {
            out.add("$T.$L.as($S), ", between.queryName(), between.constant(), "between");
        }
        return out.add("$T.$L.as($S), $T::$L))", target.queryName(), target.constant(), "target",
                declared.entity().className(), declared.method().getSimpleName()).build();
    }
}
