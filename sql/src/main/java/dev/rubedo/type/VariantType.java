package dev.rubedo.type;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A type that is replaced with another on some dialects, such as JSON that is {@code jsonb} on PostgreSQL. Created by
 * {@link SqlType#on}. Immutable.
 *
 * @param <T> the Java type of its values, the same on every dialect
 * @param base the type on all other dialects
 * @param variants the types by dialect
 */
public record VariantType<T>(SqlType<T> base, Map<String, SqlType<T>> variants) implements SqlType<T> {

    /** Checks that all types have values of one class. */
    public VariantType {
        Objects.requireNonNull(base, "base");
        variants = Map.copyOf(variants);
        for (var variant : variants.entrySet()) {
            if (!variant.getValue().javaType().equals(base.javaType())) {
                throw new IllegalArgumentException("The type on dialect \"" + variant.getKey() + "\" has values of "
                        + variant.getValue().javaType().getName() + ", but the base type has values of "
                        + base.javaType().getName() + ". Both must have values of the same class.");
            }
        }
    }

    @Override
    public SqlType<T> on(String dialect, SqlType<T> type) {
        var more = new LinkedHashMap<>(variants);
        more.put(Objects.requireNonNull(dialect, "dialect"), Objects.requireNonNull(type, "type"));
        return new VariantType<>(base, more);
    }

    @Override
    public SqlType<T> forDialect(String dialect) {
        var variant = variants.get(dialect);
        return variant == null ? base.forDialect(dialect) : variant.forDialect(dialect);
    }

    @Override
    public Class<?> javaType() {
        return base.javaType();
    }

    @Override
    public TypeFamily family() {
        return base.family();
    }
}
