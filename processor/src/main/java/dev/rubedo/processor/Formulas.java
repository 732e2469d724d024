package dev.rubedo.processor;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Mixin;
import dev.rubedo.mapping.Validates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the methods with {@code @Formula} of an entity as attributes. Confined to one thread at a time. */
final class Formulas {

    private static final String EXPRESSION = "dev.rubedo.sql.Expression";

    private final Environment environment;

    Formulas(Environment environment) {
        this.environment = environment;
    }

    /** Returns the formulas of an entity and its mixins whose declaration is valid, and reports errors in the others. */
    List<FormulaAttribute> read(TypeElement entity, List<TypeElement> mixins, List<MappedAttribute> attributes,
            Consumer<Problem> problems) {
        boolean bean = attributes.stream().anyMatch(attribute -> attribute.accessor().bean());
        var found = new ArrayList<FormulaAttribute>();
        var declaring = new ArrayList<>(mixins);
        declaring.add(entity);
        for (ExecutableElement method : declaring.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()).toList()) {
            if (DeclaredAnnotation.find(method, Formula.class, environment.elements()).isEmpty()) {
                continue;
            }
            Optional<String> wrong = check((TypeElement) Environment.owner(method), method, attributes, found);
            if (wrong.isPresent()) {
                problems.accept(Problem.at(method, "Formula \"" + method.getSimpleName() + "\" " + wrong.get()));
            } else {
                TypeMirror value = ((DeclaredType) method.getReturnType()).getTypeArguments().get(0);
                boolean nullable = value.getAnnotationMirrors().stream().anyMatch(AttributeReader::isNullable);
                found.add(new FormulaAttribute(new Accessor(method.getSimpleName().toString(), method, value, value,
                        bean, nullable, false, Access.NONE), TypeNames.of(value),
                        Deferrals.read(method, "", environment), null));
            }
        }
        return found;
    }

    private Optional<String> check(TypeElement declaring, ExecutableElement method, List<MappedAttribute> attributes,
            List<FormulaAttribute> before) {
        String name = method.getSimpleName().toString();
        String model = declaring.getSimpleName() + "_";
        if (declaring.getKind() == ElementKind.INTERFACE
                && DeclaredAnnotation.find(declaring, Mixin.class, environment.elements()).isEmpty()) {
            return Optional.of("is in a mixin without a query model. Annotate \"" + declaring.getSimpleName()
                    + "\" with @Mixin.");
        }
        if (!method.getModifiers().contains(Modifier.STATIC) || method.getParameters().size() != 1
                || !isModel(method.getParameters().get(0).asType(), model) || value(method).isEmpty()) {
            return Optional.of("must be static, take a " + model + " and return an Expression with the type of the"
                    + " attribute: static Expression<Long> " + name + "(" + model + " "
                    + Names.decapitalized(declaring.getSimpleName().toString()) + ").");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional
                    .of("is private, but \"" + model + "\" calls it. Remove private: package-private is enough.");
        }
        if (!method.getTypeParameters().isEmpty() || environment.hasCheckedException(method)) {
            return Optional.of(
                    "has type parameters or throws a checked exception, which is not possible for an attribute. Remove"
                            + " them.");
        }
        for (Class<?> other : List.of(Hybrid.class, Validates.class)) {
            if (DeclaredAnnotation.find(method, other, environment.elements()).isPresent()) {
                return Optional.of("has @" + other.getSimpleName() + " too. Remove one of the two annotations.");
            }
        }
        boolean taken = Stream.concat(attributes.stream(), before.stream())
                .anyMatch(attribute -> attribute.name().equals(name));
        return taken ? Optional.of("has the name of another attribute. Rename it.")
                : EntityRules.isReserved(name) ? Optional.of("has the name of a method of every object. Rename it.")
                        : Optional.empty();
    }

    /** The query model does not exist yet, so only its name can be compared. */
    private static boolean isModel(TypeMirror type, String model) {
        return type instanceof DeclaredType declared
                && TypeNames.className(declared.asElement()).simpleName().equals(model);
    }

    /** Returns the type of the values: the type argument of the returned expression. */
    private static Optional<TypeMirror> value(ExecutableElement method) {
        if (!(method.getReturnType() instanceof DeclaredType type) || type.getTypeArguments().size() != 1
                || !TypeNames.className(type.asElement()).canonicalName().equals(EXPRESSION)) {
            return Optional.empty();
        }
        TypeMirror value = type.getTypeArguments().get(0);
        return value.getKind() == TypeKind.DECLARED || value.getKind() == TypeKind.ARRAY ? Optional.of(value)
                : Optional.empty();
    }
}
