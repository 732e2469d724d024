package dev.rubedo.processor;

import dev.rubedo.processor.EntityModel.Validator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** What must be true of methods with {@code @Validates}, which generated setters call. Immutable. */
final class ValidatorRules {

    private final EntityRules entityRules;
    private final Environment environment;

    ValidatorRules(Environment environment, EntityRules entityRules) {
        this.environment = environment;
        this.entityRules = entityRules;
    }

    /** Reports what is wrong with the validators. */
    void check(EntityModel entity, Consumer<Problem> problems) {
        for (Validator validator : entity.validators()) {
            ExecutableElement method = validator.method();
            String name = "Validator \"" + method.getSimpleName() + "\"";
            Optional<MappedAttribute> attribute = entity.attribute(validator.attribute());
            if (attribute.isEmpty()) {
                List<String> known = entity.attributeNames();
                problems.accept(Problem.at(method, validator.annotation(), "value",
                        name + " checks \"" + validator.attribute()
                                + "\", which is no attribute of \"" + entity.name() + "\"."
                                + Names.suggestion(validator.attribute(), known)));
            } else if (!BaseWriter.hasSetter(attribute.get())) {
                problems.accept(
                        Problem.at(method, validator.annotation(), "value", name + " checks \"" + validator.attribute()
                                + "\", which has no setter that could call it. Remove @Validates."));
            } else if (method.getModifiers().contains(Modifier.PRIVATE)) {
                problems.accept(Problem.at(method,
                        name + " is private, but the generated setter calls it. Remove private: package-private is "
                                + "enough."));
            } else if (!fits(method, attribute.get())) {
                var type = TypeNames.of(attribute.get().accessor().value());
                problems.accept(Problem.at(method, name + " must take a " + type + " and return one, as attribute \""
                        + validator.attribute() + "\" has this type."));
            } else if (entityRules.hasCheckedException(method)) {
                problems.accept(Problem.at(method,
                        name + " throws a checked exception, which a setter cannot. Throw an unchecked one, such as "
                                + "IllegalArgumentException."));
            }
        }
    }

    private boolean fits(ExecutableElement method, MappedAttribute attribute) {
        var type = attribute.accessor().value();
        return method.getParameters().size() == 1 && method.getReturnType().getKind() != TypeKind.VOID
                && environment.types().isAssignable(type, method.getParameters().get(0).asType())
                && environment.types().isAssignable(method.getReturnType(), type);
    }
}
