package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Mixin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the methods with {@code @Criteria} of an entity and its mixins. Confined to one thread at a time. */
final class CriteriaMethods {

    private static final String CONDITION = "dev.rubedo.sql.Condition";

    private final Environment environment;

    CriteriaMethods(Environment environment) {
        this.environment = environment;
    }

    /** Returns references to the valid methods, and reports errors in the others. */
    List<CodeBlock> read(EntityModel entity, Consumer<Problem> problems) {
        var declaring = new ArrayList<>(Mixins.of(entity));
        declaring.add(entity.element());
        var found = new ArrayList<CodeBlock>();
        for (TypeElement type : declaring) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (DeclaredAnnotation.find(method, Criteria.class, environment.elements()).isPresent()) {
                    Optional<String> wrong = check(type, method);
                    wrong.ifPresent(message -> problems.accept(
                            Problem.at(method, "Criteria \"" + method.getSimpleName() + "\" " + message)));
                    if (wrong.isEmpty()) {
                        found.add(reference(type, method));
                    }
                }
            }
        }
        return found;
    }

    private static CodeBlock reference(TypeElement type, ExecutableElement method) {
        return type.getKind() == ElementKind.INTERFACE
                ? CodeBlock.of("row -> $T.$L($T.of(row))", TypeNames.className(type), method.getSimpleName(),
                        EntityModel.queryName(TypeNames.className(type)))
                : CodeBlock.of("$T::$L", TypeNames.className(type), method.getSimpleName());
    }

    private Optional<String> check(TypeElement declaring, ExecutableElement method) {
        String model = declaring.getSimpleName() + "_";
        if (declaring.getKind() == ElementKind.INTERFACE
                && DeclaredAnnotation.find(declaring, Mixin.class, environment.elements()).isEmpty()) {
            return Optional.of("is in a mixin without a query model. Annotate \"" + declaring.getSimpleName()
                    + "\" with @Mixin.");
        }
        if (!method.getModifiers().contains(Modifier.STATIC) || method.getParameters().size() != 1
                || !isNamed(method.getParameters().get(0).asType(), model) || !isCondition(method.getReturnType())) {
            return Optional.of("must be static, take a " + model + " and return a Condition: static Condition "
                    + method.getSimpleName() + "(" + model + " "
                    + Names.decapitalized(declaring.getSimpleName().toString()) + ").");
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional
                    .of("is private, but \"" + model + "\" calls it. Remove private: package-private is enough.");
        }
        return method.getTypeParameters().isEmpty() && !environment.hasCheckedException(method) ? Optional.empty()
                : Optional.of("has type parameters or throws a checked exception. Remove them.");
    }

    /** The query model does not exist yet, so only its name can be compared. */
    private static boolean isNamed(TypeMirror type, String model) {
        return type instanceof DeclaredType declared
                && TypeNames.className(declared.asElement()).simpleName().equals(model);
    }

    private static boolean isCondition(TypeMirror type) {
        return type instanceof DeclaredType declared && isNamed(declared.asElement());
    }

    private static boolean isNamed(Element type) {
        return TypeNames.className(type).canonicalName().equals(CONDITION);
    }
}
