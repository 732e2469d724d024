package dev.rubedo.processor;

import com.palantir.javapoet.AnnotationSpec;
import dev.rubedo.mapping.Id;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** The rules for the interfaces that {@code Mapped} extends. Immutable. */
final class MixinRules {

    private final Environment environment;

    MixinRules(Environment environment) {
        this.environment = environment;
    }

    /** Reports errors in a mixin and returns whether its attributes can be read. */
    boolean check(DeclaredType type, TypeElement entity, TypeElement mapped, Consumer<Problem> problems) {
        TypeElement mixin = (TypeElement) type.asElement();
        if (isRaw(type)) {
            problems.accept(Problem.at(mapped, "Mixin \"" + mixin.getSimpleName()
                    + "\" has type parameters, without which its attributes have no types. Write them: "
                    + mixin.getSimpleName() + "<...>."));
            return false;
        }
        if (Environment.owner(mixin).equals(entity)) {
            problems.accept(Problem.at(mapped,
                    "Mixin \"" + mixin.getSimpleName() + "\" is nested in its own entity, and the generated base "
                            + "class cannot implement it (cyclic inheritance). Move it out of \""
                            + entity.getSimpleName() + "\"."));
        }
        if (environment.isFromClassFile(mixin) && !environment.showsTypeAnnotationsOfClassFiles() && ElementFilter
                .methodsIn(mixin.getEnclosedElements()).stream().anyMatch(MixinRules::couldBeNullable)) {
            problems.accept(Problem.at(mapped, "Mixin \"" + mixin.getQualifiedName()
                    + "\" comes from a class file, and this compiler does "
                    + "not show @Nullable there: nullable attributes would silently become NOT NULL. Compile with JDK 22 or newer or with "
                    + "-XDaddTypeAnnotationsToSymbol=true, or let the nullable attributes of the mixin return Optional."));
        }
        return true;
    }

    /** Returns whether a generic mixin is used without type arguments. */
    static boolean isRaw(DeclaredType type) {
        return type.getTypeArguments().isEmpty() && !((TypeElement) type.asElement()).getTypeParameters().isEmpty();
    }

    /**
     * Returns whether a type could have a {@code @Nullable} that is not visible; primitive types and Optional cannot.
     */
    private static boolean couldBeNullable(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT) && !method.getReturnType().getKind().isPrimitive()
                && !(method.getReturnType() instanceof DeclaredType type
                        && List.of("java.util.Optional", "java.util.List", "java.util.Set")
                                .contains(TypeNames.className(type.asElement()).canonicalName()))
                && method.getAnnotationMirrors().stream().map(DeclaredAnnotation::nameOf)
                        .noneMatch(Id.class.getName()::equals);
    }

    /** Checks an attribute that two unrelated mixins declare, which is allowed if the declarations agree. */
    void checkTwins(ExecutableElement first, ExecutableElement second, TypeElement mapped, Consumer<Problem> problems) {
        var one = (TypeElement) Environment.owner(first);
        var other = (TypeElement) Environment.owner(second);
        boolean overrides = environment.types().isSubtype(environment.types().erasure(other.asType()),
                environment.types().erasure(one.asType()));
        boolean repeated = ElementFilter.methodsIn(mapped.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().equals(first.getSimpleName()));
        if (!overrides && !repeated && !describe(first).equals(describe(second))) {
            problems.accept(Problem.at(mapped, "Attribute \"" + first.getSimpleName() + "\" is declared by \""
                    + one.getSimpleName() + "\" and, differently, by \"" + other.getSimpleName()
                    + "\". Declare it in Mapped to say what it is."));
        }
    }

    private static List<Object> describe(ExecutableElement method) {
        return List.of(TypeNames.annotated(method.getReturnType()),
                method.getAnnotationMirrors().stream().map(AnnotationSpec::get).toList());
    }
}
