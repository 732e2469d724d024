package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Mixin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/**
 * Checks methods with {@code @Hybrid}, and turns the static one of each pair, which returns SQL, into a method of the
 * query model. Confined to one thread at a time.
 */
final class Hybrids {

    /** The names of methods that generated query models and their superclass have. */
    private static final Set<String> OF_MODEL = Set.of("as", "at", "attribute", "column", "toOne", "toMany", "treat",
            "equals",
            "hashCode", "toString", "clone", "finalize", "getClass", "wait", "notify", "notifyAll");

    private final EntityModel entity;
    private final Environment environment;

    Hybrids(EntityModel entity, Environment environment) {
        this.entity = entity;
        this.environment = environment;
    }

    /** Reports errors in hybrids and returns the static ones that can be called. */
    List<ExecutableElement> check(Consumer<Problem> problems) {
        var declaring = new ArrayList<>(Mixins.of(entity));
        declaring.add(entity.element());
        List<ExecutableElement> hybrids = declaring.stream()
                .flatMap(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(method -> DeclaredAnnotation.find(method, Hybrid.class, environment.elements()).isPresent())
                .toList();
        var usable = new ArrayList<ExecutableElement>();
        for (ExecutableElement method : hybrids) {
            Optional<Problem> problem = isStatic(method) ? checkSql(method) : checkJava(method, hybrids);
            problem.ifPresent(problems::accept);
            if (problem.isEmpty() && isStatic(method)) {
                usable.add(method);
            }
        }
        return usable;
    }

    private Optional<Problem> checkSql(ExecutableElement method) {
        String name = "Hybrid \"" + method.getSimpleName() + "\"";
        String model = modelOf(method);
        if (isInMixin(method)
                && DeclaredAnnotation.find(Environment.owner(method), Mixin.class, environment.elements()).isEmpty()) {
            return Optional.of(Problem.at(method, name + " is in a mixin without a query model. Annotate \""
                    + Environment.owner(method).getSimpleName() + "\" with @Mixin."));
        }
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Problem.at(method,
                    name + " is private, but \"" + model + "\" calls it. Remove private: package-private is enough."));
        }
        if (!takesModel(method) || method.getReturnType().getKind() == TypeKind.VOID) {
            return Optional
                    .of(Problem.at(method, name + " is static, so it defines SQL: it must take a " + model
                            + " first and return an expression."));
        }
        if (!method.getTypeParameters().isEmpty() || environment.hasCheckedException(method)) {
            return Optional.of(Problem.at(method,
                    name + (method.getTypeParameters().isEmpty() ? " throws a checked exception"
                            : " has type parameters") + ", which a method of \"" + model + "\" does not have. Remove "
                            + (method.getTypeParameters().isEmpty() ? "throws." : "them.")));
        }
        if (OF_MODEL.contains(method.getSimpleName().toString())) {
            return Optional
                    .of(Problem.at(method, name + " has the name of a method that every query model has. Rename it."));
        }
        boolean hidesPath = method.getParameters().size() == 1
                && entity.relationship(method.getSimpleName().toString()).isPresent();
        return hidesPath ? Optional
                .of(Problem.at(method, name + " has the name of a relationship, which is a method of \"" + model
                        + "\" already. Rename it."))
                : Optional.empty();
    }

    private Optional<Problem> checkJava(ExecutableElement method, List<ExecutableElement> hybrids) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Problem.at(method, "Hybrid \"" + method.getSimpleName()
                    + "\" is private, so that it could not be called. Remove private."));
        }
        boolean hasTwin = hybrids.stream().anyMatch(other -> isStatic(other) && isTwin(method, other));
        return hasTwin ? Optional.empty() : Optional.of(Problem.at(method, "Hybrid \"" + method.getSimpleName()
                + "\" is defined in Java only. Define it in SQL too: @Hybrid static Expression<...> "
                + method.getSimpleName() + "("
                + modelOf(method) + " " + Names.decapitalized(Environment.owner(method).getSimpleName().toString())
                + "), or remove @Hybrid."));
    }

    /** Returns whether the static method has the same name and, after the query model, the same parameters. */
    private boolean isTwin(ExecutableElement method, ExecutableElement sql) {
        if (!sql.getSimpleName().equals(method.getSimpleName())
                || sql.getParameters().size() != method.getParameters().size() + 1) {
            return false;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (!TypeNames.of(method.getParameters().get(i).asType())
                    .equals(TypeNames.of(sql.getParameters().get(i + 1).asType()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInMixin(ExecutableElement method) {
        return Environment.owner(method).getKind() == ElementKind.INTERFACE;
    }

    /** Returns the name of the query model of the entity or mixin that declares a method. */
    private static String modelOf(ExecutableElement method) {
        return Environment.owner(method).getSimpleName() + "_";
    }

    private static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /** The query model does not exist yet, so only its name can be compared. */
    private boolean takesModel(ExecutableElement method) {
        return !method.getParameters().isEmpty() && method.getParameters().get(0).asType() instanceof DeclaredType type
                && TypeNames.className(type.asElement()).simpleName().equals(modelOf(method));
    }

    /** Returns the methods of the query model that call the hybrids of the entity, and of those that it inherits from. */
    List<MethodSpec> methods(Javadocs javadocs) {
        var methods = new ArrayList<MethodSpec>();
        entity.hybrids().forEach(hybrid -> methods.add(method(entity, "this", hybrid, javadocs)));
        for (EntityModel above = entity.parent(); above != null; above = above.parent()) {
            for (ExecutableElement hybrid : new Hybrids(above, environment).check(problem -> {})) {
                MethodSpec inherited = method(above, "as" + above.name() + "()", hybrid, javadocs);
                if (methods.stream().noneMatch(own -> own.name().equals(inherited.name())
                        && own.parameters().equals(inherited.parameters()))) {
                    methods.add(inherited);
                }
            }
        }
        return methods;
    }

    /** Returns the method of the query model that calls a hybrid. */
    private static MethodSpec method(EntityModel entity, String model, ExecutableElement hybrid, Javadocs javadocs) {
        List<? extends VariableElement> parameters = hybrid.getParameters().subList(1, hybrid.getParameters().size());
        String name = hybrid.getSimpleName().toString();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC)
                .returns(TypeNames.annotated(hybrid.getReturnType())).varargs(hybrid.isVarArgs())
                .addJavadoc("$L\n", documentation(entity, hybrid, javadocs));
        ClassName owner = TypeNames.className(Environment.owner(hybrid));
        CodeBlock.Builder call = CodeBlock.builder().add("return $T.$L($L", owner, name,
                isInMixin(hybrid) ? CodeBlock.of("$T.of($L)", EntityModel.queryName(owner), model) : model);
        for (VariableElement parameter : parameters) {
            method.addParameter(ParameterSpec
                    .builder(TypeNames.annotated(parameter.asType()), parameter.getSimpleName().toString()).build());
            call.add(", $L", parameter.getSimpleName());
        }
        return method.addStatement(call.add(")").build()).build();
    }

    /** Returns the documentation of the SQL method, of its Java counterpart, or a default. */
    private static String documentation(EntityModel entity, ExecutableElement hybrid, Javadocs javadocs) {
        return ElementFilter.methodsIn(Environment.owner(hybrid).getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().equals(hybrid.getSimpleName()))
                .flatMap(method -> javadocs.description(method).stream()).findFirst()
                .orElse("Returns {@code " + entity.name() + "." + hybrid.getSimpleName() + "} in SQL.");
    }
}
