package dev.rubedo.orm.types;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import org.jspecify.annotations.Nullable;

/** A type that knows two shades and refuses all others. Immutable. */
public record Shade() implements CustomType<String, String> {
    @Override
    public SqlType<String> storage() {
        return Types.string(20);
    }

    @Override
    public Class<String> javaType() {
        return String.class;
    }

    @Override
    public @Nullable String toStorage(@Nullable String value) {
        return checked(value);
    }

    @Override
    public @Nullable String fromStorage(@Nullable String stored) {
        return checked(stored);
    }

    private static @Nullable String checked(@Nullable String shade) {
        if (shade == null || shade.equals("light") || shade.equals("dark")) {
            return shade;
        }
        throw new IllegalArgumentException("not a shade: " + shade);
    }
}
