package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.Types;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An enum to be written for an enumeration type of the database.
 *
 * @param name the class name of the enum
 * @param type the type
 * @param constants the labels by constant, in order
 */
record EnumPlan(ClassName name, LabelType type, Map<String, String> constants) {
    static EnumPlan of(ClassName name, LabelType type) {
        var scope = NameScope.ofConstants();
        var constants = new LinkedHashMap<String, String>();
        for (String label : type.labels()) {
            constants.put(scope.take(Words.constant(label), "VALUE"), label);
        }
        return new EnumPlan(name, type, constants);
    }

    /** Returns whether some constants have names that differ from their labels. */
    boolean hasLabels() {
        return constants.entrySet().stream().anyMatch(each -> !each.getKey().equals(each.getValue()));
    }

    /** Returns the expression of the type. */
    CodeBlock code() {
        var code = CodeBlock.builder().add("$T.enumType($T.class)", Types.class, name);
        if (hasLabels()) {
            code.add(".storedAs($T::label)", name);
        }
        if (!type.name().isEmpty()) {
            code.add(".withName($S)", type.name());
        }
        if (!type.schema().isEmpty()) {
            code.add(".inSchema($S)", type.schema());
        }
        return code.build();
    }
}
