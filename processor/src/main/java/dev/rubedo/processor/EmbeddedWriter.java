package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Access;
import dev.rubedo.processor.EmbeddedAttribute.Part;
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
        type.addType(holder.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build()).build());
    }

    CodeBlock documentation(EmbeddedAttribute embedded, String verb) {
        return javadocs.description(embedded.accessor().method()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("$L {@code $L}, columns $L.", verb, embedded.name(), embedded.columns()));
    }
}
