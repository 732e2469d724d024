package dev.rubedo.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.rubedo.mapping.Access;
import dev.rubedo.processor.EmbeddedAttribute.Part;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the accessors of an embedded record, and its columns in the query model. Confined to one thread at a time. */
final class EmbeddedWriter {

    private final EntityModel entity;
    private final Javadocs javadocs;

    EmbeddedWriter(EntityModel entity, Javadocs javadocs) {
        this.entity = entity;
        this.javadocs = javadocs;
    }

    /** Returns the getter, which creates the record from its columns, or returns null if all of them are null. */
    MethodSpec getter(EmbeddedAttribute embedded, AccessorWriter accessors) {
        MethodSpec.Builder method = accessors.beginGetter(embedded.accessor(), documentation(embedded, "Returns"));
        embedded.parts().forEach(part -> accessors.load(part.column(), method));
        String absent = embedded.parts().stream().map(part -> part.column().name() + " == null")
                .collect(Collectors.joining(" && "));
        CodeBlock made = CodeBlock.of("new $T($L)", embedded.java(),
                embedded.parts().stream().map(accessors::component).collect(Collectors.joining(", ")));
        boolean optional = embedded.accessor().optional();
        return method.beginControlFlow("if ($L)", absent)
                .addStatement(
                        optional ? CodeBlock.of("return $T.empty()", Optional.class) : CodeBlock.of("return null"))
                .endControlFlow()
                .addStatement(optional ? CodeBlock.of("return $T.of($L)", Optional.class, made)
                        : CodeBlock.of("return $L", made))
                .build();
    }

    /** Returns the setter, which splits the record into its columns. */
    MethodSpec setter(EmbeddedAttribute embedded, AccessorWriter accessors) {
        String name = embedded.name();
        MethodSpec.Builder method = accessors.beginSetter(embedded.accessor(), parameter(embedded),
                documentation(embedded, "Sets"));
        for (Part part : embedded.parts()) {
            method.addStatement("$T $L = $L == null ? null : $L.$L()", part.column().java(), part.column().name(), name,
                    name,
                    part.component());
        }
        embedded.parts().forEach(part -> accessors.store(part.column(), method));
        return accessors.endSetter(embedded.accessor(), method);
    }

    /** Returns the parameter of the setter. */
    ParameterSpec parameter(EmbeddedAttribute embedded) {
        TypeName type = embedded.accessor().nullable() ? TypeNames.nullable(embedded.java()) : embedded.java();
        return ParameterSpec.builder(type, embedded.name()).build();
    }

    void write(EmbeddedAttribute embedded, AccessorWriter accessors, TypeSpec.Builder type) {
        type.addMethod(getter(embedded, accessors));
        if (embedded.accessor().setter() != Access.NONE) {
            type.addMethod(setter(embedded, accessors));
        }
    }

    /** Writes the class with the columns of the record, and the field of that type. */
    void writeModel(EmbeddedAttribute embedded, QueryModelWriter model, TypeSpec.Builder type) {
        ClassName columns = entity.queryName().nestedClass(embedded.columnsName());
        type.addField(FieldSpec.builder(columns, embedded.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L\n", documentation(embedded, "Embedded")).initializer("new $T()", columns).build());
        TypeSpec.Builder holder = TypeSpec.classBuilder(columns).addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The columns of the embedded {@code $L}.\n\n<p>Immutable.\n", embedded.name());
        embedded.parts().forEach(part -> holder.addField(model.column(part.column(), part.component(),
                CodeBlock.of("Component {@code $L}, column {@code $L}.", part.component(), part.column().column()))));
        holder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        if (!embedded.parts().isEmpty()) {
            holder.superclass(ParameterizedTypeName.get(RuntimeTypes.EMBEDDED_COLUMNS, embedded.java()));
            holder.addMethod(parts(embedded)).addMethod(split(embedded)).addMethod(join(embedded));
        }
        type.addType(holder.build());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    private static MethodSpec parts(EmbeddedAttribute embedded) {
        TypeName any = WildcardTypeName.subtypeOf(Object.class);
        TypeName attribute = ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE, any, any);
        return override("$parts").returns(ParameterizedTypeName.get(ClassName.get(List.class), attribute))
                .addStatement("return $T.of($L)", List.class,
                        embedded.parts().stream().map(Part::component).collect(Collectors.joining(", ")))
                .build();
    }

    private static MethodSpec split(EmbeddedAttribute embedded) {
        return override("$split").returns(ArrayTypeName.of(TypeNames.nullable(ClassName.OBJECT)))
                .addParameter(embedded.java(), "record")
                .addStatement("return new $T[]{$L}", ClassName.OBJECT, embedded.parts().stream()
                        .map(part -> "record." + part.component() + "()").collect(Collectors.joining(", ")))
                .build();
    }

    private static MethodSpec join(EmbeddedAttribute embedded) {
        CodeBlock.Builder values = CodeBlock.builder();
        for (int i = 0; i < embedded.parts().size(); i++) {
            Part part = embedded.parts().get(i);
            values.add("$Lthis.<$T>$L(values, $L)", i == 0 ? "" : ", ", part.column().java().box(),
                    part.nullable() ? "$value" : "$required", i);
        }
        return override("$join").returns(embedded.java())
                .addParameter(ArrayTypeName.of(TypeNames.nullable(ClassName.OBJECT)), "values")
                .addStatement("return new $T($L)", embedded.java(), values.build()).build();
    }

    CodeBlock documentation(EmbeddedAttribute embedded, String verb) {
        return javadocs.description(embedded.accessor().method()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("$L {@code $L}, columns $L.", verb, embedded.name(), embedded.columns()));
    }
}
