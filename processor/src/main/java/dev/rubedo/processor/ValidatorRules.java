package dev.rubedo.processor;

import dev.rubedo.processor.EntityModel.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** The rules for methods with {@code @Validates}, which generated setters call. Immutable. */
final class ValidatorRules {

    private final Environment environment;

    ValidatorRules(Environment environment) {
        this.environment = environment;
    }

    /** Reports errors in the validators and returns those that setters can call. */
    List<Validator> check(EntityModel entity, Consumer<Problem> problems) {
        var usable = new ArrayList<Validator>();
        for (Validator validator : entity.validators()) {
            Optional<Problem> problem = check(entity, validator);
            problem.ifPresent(problems::accept);
            if (problem.isEmpty()) {
                usable.add(validator);
            }
        }
        return List.copyOf(usable);
    }

    private Optional<Problem> check(EntityModel entity, Validator validator) {
        ExecutableElement method = validator.method();
        String name = "Validator \"" + method.getSimpleName() + "\"";
        Optional<MappedAttribute> attribute = entity.attribute(validator.attribute());
        if (entity.embedded().stream().anyMatch(embedded -> embedded.name().equals(validator.attribute()))) {
            return at(validator, name + " checks \"" + validator.attribute()
                    + "\", an embedded record: let the constructor of the record check its values.");
        }
        if (attribute.isEmpty()) {
            return at(validator,
                    name + " checks \"" + validator.attribute() + "\", which is not an attribute of \"" + entity.name()
                            + "\"."
                            + Names.suggestion(validator.attribute(), entity.attributeNames()));
        }
        if (attribute.get() instanceof ColumnAttribute column && column.isUnwritable()) {
            return Optional.empty();
        }
        if (attribute.get() instanceof RelationshipAttribute relationship && relationship.toMany()) {
            return checkCollection(validator, relationship);
        }
        for (String option : List.of("removes", "backrefs")) {
            boolean isForCollections = option.equals("removes");
            if (validator.annotation().written(option) != null
                    && (isForCollections || !(attribute.get() instanceof RelationshipAttribute))) {
                return Optional.of(Problem.at(method, validator.annotation(), option, name + " checks \""
                        + validator.attribute() + "\", where \"" + option + "\" has no meaning: it is for "
                        + (isForCollections ? "collections" : "relationships") + ". Remove it."));
            }
        }
        if (!BaseWriter.hasSetter(attribute.get())) {
            return at(validator, name + " checks \"" + validator.attribute()
                    + "\", which has no setter that could call it. Remove @Validates.");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Problem.at(method,
                    name + " is private, but the generated setter calls it. Remove private: package-private is enough."));
        }
        if (!fits(method, attribute.get())) {
            var type = TypeNames.of(attribute.get().accessor().value());
            return Optional.of(Problem.at(method, name + " must take a " + type + " and return one, as attribute \""
                    + validator.attribute() + "\" has this type."));
        }
        if (attribute.get().accessor().nullable()
                && method.getParameters().get(0).asType().getKind().isPrimitive()) {
            return Optional
                    .of(Problem.at(method, name + " takes a " + TypeNames.of(method.getParameters().get(0).asType())
                            + ", but attribute \"" + validator.attribute() + "\" may be null. Take the boxed type."));
        }
        return environment.hasCheckedException(method) ? Optional.of(Problem.at(method, name
                + " throws a checked exception, which a setter cannot throw. Throw an unchecked one, such as IllegalArgumentException."))
                : Optional.empty();
    }

    private Optional<Problem> checkCollection(Validator validator, RelationshipAttribute relationship) {
        ExecutableElement method = validator.method();
        String name = "Validator \"" + method.getSimpleName() + "\"";
        var parameters = method.getParameters();
        boolean fits = parameters.size() == (validator.removes() ? 2 : 1)
                && method.getReturnType().getKind() == TypeKind.VOID
                && environment.types().isAssignable(relationship.target().asType(), parameters.get(0).asType())
                && (!validator.removes() || parameters.get(1).asType().getKind() == TypeKind.BOOLEAN);
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Problem.at(method,
                    name + " is private, but generated code calls it. Remove private: package-private is enough."));
        }
        if (!fits) {
            return Optional.of(Problem.at(method, name + " must take a " + relationship.targetName().simpleName()
                    + (validator.removes() ? " and a boolean, which is true if it is removed," : "")
                    + " and return nothing, as attribute \"" + validator.attribute() + "\" is a collection."));
        }
        return environment.hasCheckedException(method) ? Optional.of(Problem.at(method, name
                + " throws a checked exception, which a collection cannot throw. Throw an unchecked one, such as IllegalArgumentException."))
                : Optional.empty();
    }

    private static Optional<Problem> at(Validator validator, String message) {
        return Optional.of(Problem.at(validator.method(), validator.annotation(), "value", message));
    }

    private boolean fits(ExecutableElement method, MappedAttribute attribute) {
        var type = attribute.accessor().value();
        return method.getParameters().size() == 1 && method.getReturnType().getKind() != TypeKind.VOID
                && environment.types().isAssignable(type, method.getParameters().get(0).asType())
                && environment.types().isAssignable(method.getReturnType(), type);
    }
}
