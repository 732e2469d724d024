package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rubedo.mapping.Computed;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.ServerGenerated;
import dev.rubedo.mapping.ServerOnUpdate;
import dev.rubedo.mapping.Version;
import dev.rubedo.processor.ColumnValues.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads where the values of a column come from: {@code @Default}, {@code @OnUpdate} and their like. Immutable. */
final class ColumnValuesReader {

    private final Environment environment;

    ColumnValuesReader(Environment environment) {
        this.environment = environment;
    }

    /**
     * Reads the annotations of an attribute and reports errors in them.
     *
     * @param type how the attribute is stored; null if it cannot be, which was reported
     * @param entity the entity, whose methods a default may name
     */
    ColumnValues read(Accessor accessor, @Nullable ColumnType type, TypeElement entity, Consumer<Problem> problems) {
        ExecutableElement method = accessor.method();
        return new ColumnValues(find(method, ServerDefault.class).map(found -> found.string("value")).orElse(""),
                find(method, Default.class).map(found -> source(accessor, found, type, entity, problems)).orElse(null),
                find(method, OnUpdate.class).map(found -> source(accessor, found, type, entity, problems)).orElse(null),
                find(method, Computed.class).map(found -> computed(accessor, found, problems)).orElse(null),
                find(method, ServerGenerated.class).isPresent(), find(method, ServerOnUpdate.class).isPresent(),
                find(method, Version.class).filter(found -> !found.isTrue("server")
                        && (found.written("method") != null || found.written("from") != null))
                        .map(found -> nextVersion(accessor, found, entity, problems)).orElse(null));
    }

    /** Returns the function that calls the method of a version, with the previous version if it takes one. */
    private @Nullable CodeBlock nextVersion(Accessor accessor, DeclaredAnnotation annotation, TypeElement entity,
            Consumer<Problem> problems) {
        TypeMirror from = annotation.type("from").orElse(null);
        if (from == null || from.getKind() == TypeKind.ERROR) {
            return null;
        }
        String name = annotation.string("method");
        List<TypeElement> owners = owners(accessor, annotation, from, entity);
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(environment.elements().getAllMembers(owner))) {
                if (method.getSimpleName().contentEquals(name) && method.getModifiers().contains(Modifier.STATIC)
                        && method.getParameters().size() < 2 && fits(method.getReturnType(), accessor)
                        && method.getParameters().stream().allMatch(parameter -> environment.types()
                                .isAssignable(environment.boxed(accessor.value()), parameter.asType()))
                        && environment.isVisible(method, owner, entity) && !environment.hasCheckedException(method)) {
                    return CodeBlock.of("before -> $T.$L($L)", TypeNames.className(owner), name,
                            method.getParameters().isEmpty() ? CodeBlock.of("")
                                    : CodeBlock.of("($T) before", TypeNames.of(accessor.value()).box()));
                }
            }
        }
        problems.accept(Problem.at(accessor.method(), annotation, "method", "\"" + name
                + "\" is not a static method that generated code can call and that returns the next version, a "
                + boxed(accessor) + ". It has no parameter, or takes the previous version."));
        return null;
    }

    private static List<TypeElement> owners(Accessor accessor, DeclaredAnnotation annotation, TypeMirror from,
            TypeElement entity) {
        boolean isGiven = annotation.written("from") != null && from.getKind() == TypeKind.DECLARED;
        return isGiven ? List.of((TypeElement) ((DeclaredType) from).asElement())
                : List.of((TypeElement) Environment.owner(accessor.method()), entity);
    }

    private @Nullable CodeBlock computed(Accessor accessor, DeclaredAnnotation annotation,
            Consumer<Problem> problems) {
        String sql = annotation.string("value");
        if (sql.isBlank()) {
            problems.accept(Problem.at(accessor.method(), annotation, "value",
                    "@Computed has no SQL. Write the expression, with column names."));
            return null;
        }
        return CodeBlock.of("new $1T($2S, $1T.Storage.$3L)", RuntimeTypes.COMPUTED, sql,
                annotation.constant("storage"));
    }

    private @Nullable Source source(Accessor accessor, DeclaredAnnotation annotation, @Nullable ColumnType type,
            TypeElement entity, Consumer<Problem> problems) {
        ExecutableElement method = accessor.method();
        String name = "@" + annotation.name();
        boolean hasMethod = annotation.written("method") != null;
        long ways = List.of("value", "sql", "from").stream().filter(way -> annotation.written(way) != null).count()
                + (hasMethod && annotation.written("from") == null ? 1 : 0);
        if (ways != 1) {
            problems.accept(Problem.at(method, annotation,
                    name + (ways == 0 ? " specifies no value." : " specifies its value in several ways.")
                            + " Specify one: a constant, sql = \"...\", method = \"...\", or from = X.class."));
            return null;
        }
        if (annotation.written("value") != null) {
            return type == null ? null : new Constants(environment).read(accessor, annotation, type, problems)
                    .map(constant -> new Source(CodeBlock.of("$T.of($L)", RuntimeTypes.VALUE_SOURCE, constant), false))
                    .orElse(null);
        }
        if (annotation.written("sql") != null) {
            return type == null ? null : sql(accessor, annotation, type, name, problems);
        }
        TypeMirror from = annotation.type("from").orElse(null);
        if (from == null || from.getKind() == TypeKind.ERROR) {
            return null;
        }
        return hasMethod ? method(accessor, annotation, from, entity, problems)
                : supplier(accessor, annotation, from, entity, problems);
    }

    private @Nullable Source sql(Accessor accessor, DeclaredAnnotation annotation, ColumnType type, String name,
            Consumer<Problem> problems) {
        if (annotation.string("sql").isBlank()) {
            problems.accept(Problem.at(accessor.method(), annotation, "sql",
                    name + " has no SQL. Write the expression, such as sql = \"CURRENT_DATE\"."));
            return null;
        }
        return new Source(CodeBlock.of("$T.sql(() -> $T.literalColumn($S, $L))", RuntimeTypes.VALUE_SOURCE,
                RuntimeTypes.SQL, annotation.string("sql"), type.sql()), true);
    }

    /** Returns the call of the supplier class. One instance serves all rows. */
    private @Nullable Source supplier(Accessor accessor, DeclaredAnnotation annotation, TypeMirror from,
            TypeElement entity, Consumer<Problem> problems) {
        TypeElement owner = from instanceof DeclaredType declared ? (TypeElement) declared.asElement() : null;
        DeclaredType supplier = owner == null ? null
                : environment.supertype(owner.asType(), "java.util.function.Supplier");
        if (owner == null || supplier == null || supplier.getTypeArguments().isEmpty()) {
            problems.accept(Problem.at(accessor.method(), annotation, "from", "\"" + TypeNames.of(from)
                    + "\" is not a Supplier<" + boxed(accessor)
                    + ">. Implement it, or name a static method: method = \"...\"."));
            return null;
        }
        if (!fits(supplier.getTypeArguments().get(0), accessor)) {
            problems.accept(Problem.at(accessor.method(), annotation, "from", "\"" + owner.getSimpleName()
                    + "\" supplies " + TypeNames.of(supplier.getTypeArguments().get(0)) + ", but attribute \""
                    + accessor.name() + "\" is " + TypeNames.of(accessor.value())
                    + ". The two must be the same type."));
            return null;
        }
        if (!environment.canBeMade(owner, entity)) {
            problems.accept(Problem.at(accessor.method(), annotation, "from", "\"" + owner.getSimpleName()
                    + "\" cannot be instantiated: give it a constructor without parameters that is visible to the entity, and no "
                    + "abstract methods."));
            return null;
        }
        return new Source(CodeBlock.of("$T.supplied(new $T())", RuntimeTypes.VALUE_SOURCE, TypeNames.className(owner)),
                false);
    }

    private @Nullable Source method(Accessor accessor, DeclaredAnnotation annotation, TypeMirror from,
            TypeElement entity, Consumer<Problem> problems) {
        String name = annotation.string("method");
        boolean isGiven = annotation.written("from") != null && from.getKind() == TypeKind.DECLARED;
        List<TypeElement> owners = owners(accessor, annotation, from, entity);
        for (TypeElement owner : owners) {
            Optional<ExecutableElement> found = ElementFilter
                    .methodsIn(environment.elements().getAllMembers(owner)).stream()
                    .filter(method -> method.getSimpleName().contentEquals(name) && method.getParameters().isEmpty()
                            && method.getModifiers().contains(Modifier.STATIC))
                    .findFirst();
            if (found.isPresent()) {
                return call(accessor, annotation, owner, found.get(), entity, problems);
            }
        }
        String where = String.join(" nor \"",
                owners.stream().map(owner -> owner.getSimpleName() + "\"").distinct().toList());
        problems.accept(Problem.at(accessor.method(), annotation, "method", (owners.size() == 1 ? "\"" : "Neither \"")
                + where + (owners.size() == 1 ? " has no" : " has a") + " static method \"" + name
                + "\" without parameters. Declare it"
                + (isGiven ? "." : ", or name its class: from = X.class.")));
        return null;
    }

    private @Nullable Source call(Accessor accessor, DeclaredAnnotation annotation, TypeElement owner,
            ExecutableElement method, TypeElement entity, Consumer<Problem> problems) {
        String name = "\"" + owner.getSimpleName() + "." + method.getSimpleName() + "\"";
        DeclaredType expression = environment.supertype(method.getReturnType(), RuntimeTypes.EXPRESSION);
        TypeMirror value = expression == null || expression.getTypeArguments().isEmpty() ? method.getReturnType()
                : expression.getTypeArguments().get(0);
        if (!fits(value, accessor) && (method.getTypeParameters().isEmpty() || !fitsErased(value, accessor))) {
            problems.accept(Problem.at(accessor.method(), annotation, "method", name + " returns "
                    + TypeNames.of(method.getReturnType()) + ", but attribute \"" + accessor.name() + "\" is "
                    + TypeNames.of(accessor.value()) + ". Return that type, or an Expression<" + boxed(accessor)
                    + ">."));
            return null;
        }
        if (!environment.isVisible(method, owner, entity)) {
            problems.accept(Problem.at(accessor.method(), annotation, "method",
                    name + " is not visible to generated code in the package of \"" + entity.getSimpleName()
                            + "\". Make it public."));
            return null;
        }
        if (environment.hasCheckedException(method)) {
            problems.accept(Problem.at(accessor.method(), annotation, "method",
                    name + " throws a checked exception, which a flush cannot throw. Throw an unchecked one."));
            return null;
        }
        ClassName type = TypeNames.className(owner);
        boolean isSql = expression != null;
        return new Source(CodeBlock.of("$T.$L(() -> $T.$L())", RuntimeTypes.VALUE_SOURCE, isSql ? "sql" : "supplied",
                type, method.getSimpleName()), isSql);
    }

    /** Returns whether a type, boxed, is that of the attribute or a subtype of it. */
    private boolean fits(TypeMirror type, Accessor accessor) {
        return switch (type.getKind()) {
            case VOID -> false;
            case ERROR -> true;
            default -> environment.types().isAssignable(environment.boxed(type), environment.boxed(accessor.value()));
        };
    }

    /** The type arguments of a generic method are those that make it fit. */
    private boolean fitsErased(TypeMirror type, Accessor accessor) {
        var types = environment.types();
        return type.getKind() == TypeKind.DECLARED
                && types.isAssignable(types.erasure(type), types.erasure(environment.boxed(accessor.value())));
    }

    private String boxed(Accessor accessor) {
        return TypeNames.of(accessor.value()).box().toString();
    }

    private Optional<DeclaredAnnotation> find(ExecutableElement method, Class<?> annotation) {
        return DeclaredAnnotation.find(method, annotation, environment.elements());
    }
}
