package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import dev.rubedo.schema.Column;
import dev.rubedo.type.LabelType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The enums of a schema: one for each named type, and one for each column of an unnamed type. Confined to one thread at
 * a time.
 */
final class EnumPlans {
    private final BiFunction<LabelType, Column<?>, ClassName> name;
    private final Map<String, EnumPlan> plans = new TreeMap<>();

    EnumPlans(BiFunction<LabelType, Column<?>, ClassName> name) {
        this.name = name;
    }

    /** Returns the enum for the type of a column, creating it on the first call. */
    EnumPlan of(LabelType type, Column<?> column) {
        var key = type.name().isEmpty() ? "column " + column.table().schema() + "." + column.path()
                : "type " + type.schema() + "." + type.name() + type.labels();
        var plan = plans.get(key);
        if (plan == null) {
            plan = EnumPlan.of(name.apply(type, column), type);
            plans.put(key, plan);
        }
        return plan;
    }

    List<EnumPlan> all() {
        return List.copyOf(plans.values());
    }
}
