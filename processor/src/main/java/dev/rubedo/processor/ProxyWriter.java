package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.CollectionKind;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the accessors of association proxies, and their methods in the query model. Confined to one thread at a time. */
final class ProxyWriter {

    private final EntityModel entity;
    private final Javadocs javadocs;

    ProxyWriter(EntityModel entity, Javadocs javadocs) {
        this.entity = entity;
        this.javadocs = javadocs;
    }

    void write(ProxyAttribute proxy, AccessorWriter accessors, TypeSpec.Builder type) {
        boolean toMany = proxy.through().toMany();
        type.addMethod(toMany ? view(proxy, accessors) : getter(proxy, accessors));
        boolean canSet = proxy.isSettable() || proxy.creator() != null;
        if (!toMany && canSet && proxy.accessor().setter() != Access.NONE) {
            type.addMethod(setter(proxy, accessors));
        }
    }

    private CodeBlock documentation(ProxyAttribute proxy, String verb) {
        return javadocs.description(proxy.accessor().method()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("$L the {@code $L} of {@link #$L}.", verb, proxy.value().name(),
                        proxy.through().accessor().getterName()));
    }

    private MethodSpec view(ProxyAttribute proxy, AccessorWriter accessors) {
        Accessor value = proxy.value().accessor();
        CodeBlock values = CodeBlock.of("new $T<>($S, each -> each.$L, $L, $L, $S)", RuntimeTypes.ASSOCIATED_VALUES,
                entity.name() + "." + proxy.name(), value.getterName() + (value.optional() ? "().orElse(null)" : "()"),
                proxy.isSettable() ? CodeBlock.of("(each, value) -> each.$L(value)", value.setterName()) : "null",
                proxy.creator() == null ? "null" : CodeBlock.of("value -> $L", proxy.creator()), proxy.remedy());
        return accessors.beginGetter(proxy.accessor(), documentation(proxy, "Returns"))
                .addStatement("return new $T<>($L(), $L)",
                        proxy.through().collection() == CollectionKind.SET ? RuntimeTypes.ASSOCIATION_SET
                                : RuntimeTypes.ASSOCIATION_LIST,
                        proxy.through().contentName(), values)
                .build();
    }

    /** Reads the related object into a variable, whatever its accessor returns. */
    private static CodeBlock related(ProxyAttribute proxy) {
        Accessor through = proxy.through().accessor();
        return CodeBlock.of("$T related = $L()$L", proxy.target().className(), through.getterName(),
                through.optional() ? ".orElse(null)" : "");
    }

    private MethodSpec getter(ProxyAttribute proxy, AccessorWriter accessors) {
        Accessor value = proxy.value().accessor();
        MethodSpec.Builder method = accessors.beginGetter(proxy.accessor(), documentation(proxy, "Returns"))
                .addStatement(related(proxy));
        boolean optional = proxy.accessor().optional();
        if (TypeNames.of(proxy.accessor().type()).isPrimitive()) {
            return method.addStatement("return related.$L()", value.getterName()).build();
        }
        CodeBlock read = CodeBlock.of("related.$L()", value.getterName());
        CodeBlock found = !optional ? CodeBlock.of("$L$L", read, value.optional() ? ".orElse(null)" : "")
                : value.optional() ? read : CodeBlock.of("$T.ofNullable($L)", Optional.class, read);
        return method.addStatement("return related == null ? $L : $L",
                optional ? CodeBlock.of("$T.empty()", Optional.class) : "null", found).build();
    }

    private MethodSpec setter(ProxyAttribute proxy, AccessorWriter accessors) {
        Accessor accessor = proxy.accessor();
        TypeName type = TypeNames.of(accessor.value());
        ParameterSpec parameter = ParameterSpec
                .builder(accessor.nullable() ? TypeNames.nullable(type) : type, "value").build();
        MethodSpec.Builder method = accessors.beginSetter(accessor, parameter, documentation(proxy, "Sets"))
                .addStatement(related(proxy)).beginControlFlow("if (related == null)");
        if (proxy.creator() == null) {
            method.addStatement("throw new $T($S)", IllegalStateException.class,
                    "\"" + entity.name() + "." + proxy.name() + "\" cannot be set while \"" + proxy.through().name()
                            + "\" is null. " + proxy.remedy());
        } else {
            create(proxy, method);
        }
        if (proxy.isSettable()) {
            method.nextControlFlow("else").addStatement("related.$L(value)", proxy.value().accessor().setterName());
        } else {
            method.nextControlFlow("else").addStatement("$L($L)", proxy.through().accessor().setterName(),
                    proxy.creator());
        }
        return accessors.endSetter(accessor, method.endControlFlow());
    }

    /** Without a related object, there is nothing to which null could be written. */
    private static void create(ProxyAttribute proxy, MethodSpec.Builder method) {
        boolean nullable = proxy.accessor().nullable();
        if (nullable) {
            method.beginControlFlow("if (value != null)");
        }
        method.addStatement("$L($L)", proxy.through().accessor().setterName(), proxy.creator());
        if (nullable) {
            method.endControlFlow();
        }
    }

    /** Writes the method of the query model. */
    void writeModel(ProxyAttribute proxy, TypeSpec.Builder type) {
        ClassName target = proxy.target().className();
        ClassName model = proxy.target().queryName();
        MethodSpec.Builder method = MethodSpec.methodBuilder(proxy.name()).addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", documentation(proxy, "Returns"));
        String value = proxy.value().name();
        if (!proxy.through().toMany()) {
            boolean isEntity = proxy.value() instanceof RelationshipAttribute;
            method.returns(isEntity ? EntityModel.queryName(((RelationshipAttribute) proxy.value()).targetName())
                    : ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE, target, boxed(proxy.value())))
                    .addStatement("return $L().$L$L", proxy.through().name(), value, isEntity ? "()" : "");
        } else if (proxy.value() instanceof RelationshipAttribute behind) {
            method.returns(ParameterizedTypeName.get(RuntimeTypes.ASSOCIATED_ENTITY, entity.className(), target,
                    behind.targetName()));
            method.addStatement("return new $T<>($L, $T.$L.$L)", RuntimeTypes.ASSOCIATED_ENTITY,
                    proxy.through().name(), model, proxy.target().constant(), value);
        } else {
            method.returns(ParameterizedTypeName.get(RuntimeTypes.ASSOCIATED_COLUMN, entity.className(), target,
                    boxed(proxy.value())));
            method.addStatement("return new $T<>($L, $T.$L.$L)", RuntimeTypes.ASSOCIATED_COLUMN,
                    proxy.through().name(), model, proxy.target().constant(), value);
        }
        type.addMethod(method.build());
    }

    private static TypeName boxed(MappedAttribute value) {
        TypeName java = TypeNames.of(value.accessor().value()).box();
        return value.accessor().nullable() ? TypeNames.nullable(java) : java;
    }
}
