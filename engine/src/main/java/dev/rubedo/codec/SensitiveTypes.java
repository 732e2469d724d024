package dev.rubedo.codec;

import dev.rubedo.type.ArrayType;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.VariantType;

/** The types whose values must not appear in logs. For use by the engine. Stateless. */
public final class SensitiveTypes {

    private SensitiveTypes() {}

    /** Returns whether a value of this type, or an element of it, must not be shown. */
    public static boolean isSensitive(SqlType<?> type) {
        return switch (type) {
            case CustomType<?, ?> custom -> custom.isSensitive();
            case ArrayType<?> array -> isSensitive(array.element());
            case VariantType<?> variant ->
                isSensitive(variant.base())
                        || variant.variants().values().stream().anyMatch(SensitiveTypes::isSensitive);
            default -> false;
        };
    }
}
