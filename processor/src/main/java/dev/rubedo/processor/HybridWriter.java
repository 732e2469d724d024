package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Writes the methods of the query model that return hybrids. Confined to one thread at a time. */
final class HybridWriter {

    private final EntityModel entity;
    private final Environment environment;
    private final Javadocs javadocs;

    HybridWriter(EntityModel entity, Environment environment, Javadocs javadocs) {
        this.entity = entity;
        this.environment = environment;
        this.javadocs = javadocs;
    }

    /** Returns the methods for the hybrids of the entity, and of those that it inherits from. */
    List<MethodSpec> methods() {
        var methods = new ArrayList<MethodSpec>();
        add(entity, "this", entity.hybrids(), methods);
        for (EntityModel above = entity.parent(); above != null; above = above.parent()) {
            add(above, "as" + above.name() + "()", new Hybrids(above, environment).check(problem -> {}), methods);
        }
        return methods;
    }

    private void add(EntityModel declaring, String model, List<ExecutableElement> hybrids, List<MethodSpec> methods) {
        for (ExecutableElement hybrid : hybrids) {
            if (!Hybrids.isUpdate(hybrid)) {
                MethodSpec made = method(declaring, model, hybrid, hybrids);
                if (methods.stream().noneMatch(own -> own.name().equals(made.name())
                        && own.parameters().equals(made.parameters()))) {
                    methods.add(made);
                }
            }
        }
    }

    /** Returns the method that calls a hybrid. The result of a property has the property's name. */
    private MethodSpec method(EntityModel declaring, String model, ExecutableElement hybrid,
            List<ExecutableElement> hybrids) {
        List<? extends VariableElement> parameters = hybrid.getParameters().subList(1, hybrid.getParameters().size());
        MethodSpec.Builder method = MethodSpec.methodBuilder(hybrid.getSimpleName().toString())
                .addModifiers(Modifier.PUBLIC).varargs(hybrid.isVarArgs())
                .addJavadoc("$L\n", documentation(declaring, hybrid));
        CodeBlock.Builder arguments = CodeBlock.builder();
        for (VariableElement parameter : parameters) {
            method.addParameter(ParameterSpec
                    .builder(TypeNames.annotated(parameter.asType()), parameter.getSimpleName().toString()).build());
            arguments.add(", $L", parameter.getSimpleName());
        }
        CodeBlock call = call(hybrid, model, arguments.build());
        Optional<TypeName> value = Hybrids.expressionValue(hybrid.getReturnType());
        boolean isCondition = Hybrids.isOfType(hybrid.getReturnType(), RuntimeTypes.CONDITION);
        TypeName declared = TypeNames.annotated(hybrid.getReturnType());
        if (!parameters.isEmpty() || value.isEmpty() && !isCondition) {
            return method.returns(declared).addStatement("return $L", call).build();
        }
        String name = Hybrids.propertyName(hybrid);
        CodeBlock.Builder made = CodeBlock.builder().add("$T.$L(this, $S, $S, $L)", RuntimeTypes.HYBRID_ATTRIBUTE,
                isCondition ? "condition" : "of", name, Names.snakeCase(name), call);
        List<ExecutableElement> updates = hybrids.stream().filter(other -> Hybrids.isUpdateOf(other, hybrid)).toList();
        for (ExecutableElement update : updates) {
            made.add("\n.$L(value -> $L)", Hybrids.takesExpression(update) ? "settableTo" : "settable",
                    call(update, model, CodeBlock.of(", value")));
        }
        method.returns(updates.isEmpty() ? declared
                : ParameterizedTypeName.get(RuntimeTypes.HYBRID_ATTRIBUTE, entity.className(), value.orElseThrow()));
        return method.addStatement("return $L", made.build()).build();
    }

    private static CodeBlock call(ExecutableElement hybrid, String model, CodeBlock arguments) {
        ClassName owner = TypeNames.className(Environment.owner(hybrid));
        return CodeBlock.of("$T.$L($L$L)", owner, hybrid.getSimpleName(), Hybrids.isInMixin(hybrid)
                ? CodeBlock.of("$T.of($L)", EntityModel.queryName(owner), model) : model, arguments);
    }

    /** Returns the documentation of the SQL method, of its Java counterpart, or a default. */
    private String documentation(EntityModel declaring, ExecutableElement hybrid) {
        return ElementFilter.methodsIn(Environment.owner(hybrid).getEnclosedElements()).stream()
                .filter(method -> method.getSimpleName().equals(hybrid.getSimpleName()))
                .flatMap(method -> javadocs.description(method).stream()).findFirst()
                .orElse("Returns {@code " + declaring.name() + "." + hybrid.getSimpleName() + "} in SQL.");
    }
}
