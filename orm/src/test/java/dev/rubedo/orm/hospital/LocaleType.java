package dev.rubedo.orm.hospital;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A custom type. */
public record LocaleType() implements CustomType<Locale, String> {
    @Override
    public SqlType<String> storage() {
        return Types.string(35);
    }

    @Override
    public Class<Locale> javaType() {
        return Locale.class;
    }

    @Override
    public @Nullable String toStorage(@Nullable Locale value) {
        return value == null ? null : value.toLanguageTag();
    }

    @Override
    public @Nullable Locale fromStorage(@Nullable String stored) {
        return stored == null ? null : Locale.forLanguageTag(stored);
    }
}
