package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Access;
import java.util.List;

/**
 * Writes the setters that a subclass overrides: fluent ones, so that they return the subclass, and those whose values it
 * validates. Confined to one thread at a time.
 */
final class InheritedSetters {

    private final EntityModel entity;
    private final AccessorWriter accessors;
    private final EmbeddedWriter records;

    InheritedSetters(EntityModel entity, AccessorWriter accessors, EmbeddedWriter records) {
        this.entity = entity;
        this.accessors = accessors;
        this.records = records;
    }

    void write(List<MappedAttribute> inherited, TypeSpec.Builder type) {
        for (MappedAttribute attribute : inherited) {
            boolean hasSetter = !(attribute instanceof ColumnAttribute column && !column.hasAccessors())
                    && BaseWriter.hasSetter(attribute);
            List<CodeBlock> validations = accessors.validations(attribute);
            if (hasSetter && (!attribute.accessor().bean() || !validations.isEmpty())) {
                type.addMethod(override(attribute.accessor(), BaseWriter.parameter(attribute),
                        accessors.documentation(attribute, "Sets"), validations));
            }
        }
        EntityModel parent = entity.parent();
        if (parent != null) {
            for (EmbeddedAttribute embedded : parent.embedded()) {
                if (!embedded.parts().isEmpty() && embedded.accessor().setter() != Access.NONE
                        && !embedded.accessor().bean()) {
                    type.addMethod(override(embedded.accessor(), records.parameter(embedded),
                            records.documentation(embedded, "Sets"), List.of()));
                }
            }
        }
    }

    private MethodSpec override(Accessor accessor, ParameterSpec parameter, CodeBlock documentation,
            List<CodeBlock> validations) {
        MethodSpec.Builder method = accessors.beginSetter(accessor, parameter, documentation)
                .addAnnotation(Override.class);
        validations.forEach(method::addStatement);
        method.addStatement("super.$L($L)", accessor.setterName(), parameter.name());
        return accessors.endSetter(accessor, method);
    }
}
