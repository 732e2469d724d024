package dev.rubedo.schema;

import dev.rubedo.type.ArrayType;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.VariantType;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule that places the named types of a table's columns in the schema of the table, unless they specify another
 * one. Stateless.
 */
final class TypeSchema {

    private TypeSchema() {}

    // a type in another schema has the same values
    @SuppressWarnings("unchecked")
    static <T extends @Nullable Object> SqlType<T> in(String schema, SqlType<T> type) {
        return (SqlType<T>) located(schema, type);
    }

    private static SqlType<?> located(String schema, SqlType<?> type) {
        return switch (type) {
            case EnumType<?> named when named.schema().isEmpty() -> named.inSchema(schema);
            case LabelType named when named.schema().isEmpty() ->
                named.inSchema(schema);
            case ArrayType<?> array -> new ArrayType<>(in(schema, array.element()));
            case VariantType<?> variant -> variant(schema, variant);
            default -> type;
        };
    }

    private static <T> VariantType<T> variant(String schema, VariantType<T> type) {
        var variants = new LinkedHashMap<String, SqlType<T>>();
        type.variants().forEach((dialect, variant) -> variants.put(dialect, in(schema, variant)));
        return new VariantType<>(in(schema, type.base()), variants);
    }
}
