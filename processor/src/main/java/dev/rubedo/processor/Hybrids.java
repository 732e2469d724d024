package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
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
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Checks methods with {@code @Hybrid}: each has a static counterpart, which returns its SQL or the values that setting
 * it assigns. Confined to one thread at a time.
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
            Optional<Problem> problem = !isStatic(method) ? checkJava(method, hybrids)
                    : isUpdate(method) ? checkUpdate(method, hybrids) : checkSql(method);
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
        Optional<Problem> form = checkForm(method, "it defines SQL: it must take a " + model
                + " first and return an expression.");
        if (form.isPresent()) {
            return form;
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

    /** Checks the static method that defines which values setting a hybrid assigns. */
    private Optional<Problem> checkUpdate(ExecutableElement method, List<ExecutableElement> hybrids) {
        Optional<Problem> form = checkForm(method, "it defines what setting the hybrid sets: it must take a "
                + modelOf(method) + " and the value.");
        if (form.isPresent()) {
            return form;
        }
        ExecutableElement property = hybrids.stream().filter(other -> isStatic(other) && isUpdateOf(method, other))
                .findFirst().orElse(null);
        if (property == null) {
            return Optional.of(Problem.at(method, "Hybrid \"" + method.getSimpleName()
                    + "\" sets a hybrid that is not defined in SQL. Define it: @Hybrid static Expression<"
                    + simple(value(method)) + "> " + propertyName(method) + "(" + modelOf(method) + " "
                    + Names.decapitalized(Environment.owner(method).getSimpleName().toString()) + ")."));
        }
        return Optional.empty();
    }

    private static String simple(TypeName type) {
        String name = type.withoutAnnotations().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Checks what all static methods have in common. */
    private Optional<Problem> checkForm(ExecutableElement method, String purpose) {
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
        if (!takesModel(method) || method.getReturnType().getKind() == TypeKind.VOID
                || isUpdate(method) && method.getParameters().size() != 2) {
            return Optional.of(Problem.at(method, name + " is static, so " + purpose));
        }
        if (!method.getTypeParameters().isEmpty() || environment.hasCheckedException(method)) {
            return Optional.of(Problem.at(method,
                    name + (method.getTypeParameters().isEmpty() ? " throws a checked exception"
                            : " has type parameters") + ", which a method of \"" + model + "\" does not have. Remove "
                            + (method.getTypeParameters().isEmpty() ? "throws." : "them.")));
        }
        return Optional.empty();
    }

    private Optional<Problem> checkJava(ExecutableElement method, List<ExecutableElement> hybrids) {
        if (method.getModifiers().contains(Modifier.PRIVATE)) {
            return Optional.of(Problem.at(method, "Hybrid \"" + method.getSimpleName()
                    + "\" is private, so it could not be called. Remove private."));
        }
        boolean hasTwin = hybrids.stream().anyMatch(other -> isStatic(other) && isTwin(method, other));
        if (hasTwin || isSetter(method, hybrids)) {
            return Optional.empty();
        }
        return Optional.of(Problem.at(method, "Hybrid \"" + method.getSimpleName()
                + "\" is defined in Java only. Define it in SQL too: @Hybrid static Expression<...> "
                + method.getSimpleName() + "(" + modelOf(method) + " "
                + Names.decapitalized(Environment.owner(method).getSimpleName().toString()) + "), or remove @Hybrid."));
    }

    /**
     * Returns whether a method sets a hybrid that is defined in SQL. It needs no counterpart: javac does not show it to a
     * processor if the method that returns the SQL comes first, because the type of its parameter does not exist yet.
     */
    private static boolean isSetter(ExecutableElement method, List<ExecutableElement> hybrids) {
        return method.getParameters().size() == 1 && hybrids.stream()
                .anyMatch(other -> isStatic(other) && !isUpdate(other) && other.getParameters().size() == 1
                        && propertyName(other).equals(propertyName(method)));
    }

    /** Returns whether the static method has the same name and, after the query model, the same parameters. */
    private boolean isTwin(ExecutableElement method, ExecutableElement sql) {
        if (!sql.getSimpleName().equals(method.getSimpleName())
                || sql.getParameters().size() != method.getParameters().size() + 1) {
            return false;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            TypeMirror given = sql.getParameters().get(i + 1).asType();
            TypeName java = TypeNames.of(method.getParameters().get(i).asType());
            boolean isSame = isUpdate(sql) ? java.box().withoutAnnotations().equals(value(sql).withoutAnnotations())
                    : java.equals(TypeNames.of(given));
            if (!isSame) {
                return false;
            }
        }
        return true;
    }

    static boolean isInMixin(ExecutableElement method) {
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

    /** Returns whether a static method defines which values setting a hybrid assigns: it returns {@code Values}. */
    static boolean isUpdate(ExecutableElement method) {
        return isOfType(method.getReturnType(), RuntimeTypes.VALUES);
    }

    /** Returns whether the first static method defines which values setting the hybrid of the second one assigns. */
    static boolean isUpdateOf(ExecutableElement update, ExecutableElement property) {
        return isUpdate(update) && !isUpdate(property) && property.getParameters().size() == 1
                && update.getParameters().size() == 2 && propertyName(update).equals(propertyName(property))
                && expressionValue(property.getReturnType()).map(type -> type.withoutAnnotations())
                        .filter(type -> type.equals(value(update).withoutAnnotations())).isPresent();
    }

    /** Returns whether an update takes the new value as an expression. */
    static boolean takesExpression(ExecutableElement update) {
        return expressionValue(update.getParameters().get(1).asType()).isPresent();
    }

    /** Returns the type of the values that an update takes. */
    private static TypeName value(ExecutableElement update) {
        return expressionValue(update.getParameters().get(1).asType())
                .orElseGet(() -> TypeNames.of(update.getParameters().get(1).asType()).box());
    }

    /** Returns the name of the property of a hybrid method, which may be a JavaBean accessor. */
    static String propertyName(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean isBean = name.length() > 3 && (name.startsWith("get") || name.startsWith("set"))
                && Character.isUpperCase(name.charAt(3));
        return isBean ? Names.decapitalized(name.substring(3)) : name;
    }

    /** Returns the type argument of an {@code Expression}, or nothing for other types. */
    static Optional<TypeName> expressionValue(TypeMirror type) {
        return isOfType(type, RuntimeTypes.EXPRESSION_TYPE) && type instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && declared.getTypeArguments().get(0).getKind() != TypeKind.WILDCARD
                        ? Optional.of(TypeNames.annotated(declared.getTypeArguments().get(0))) : Optional.empty();
    }

    static boolean isOfType(TypeMirror type, ClassName wanted) {
        return type instanceof DeclaredType declared && TypeNames.className(declared.asElement()).equals(wanted);
    }
}
