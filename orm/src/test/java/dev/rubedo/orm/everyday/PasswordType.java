package dev.rubedo.orm.everyday;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores a fingerprint of a password. Immutable. */
record PasswordType() implements CustomType<String, String> {

    @Override
    public SqlType<String> storage() {
        return Types.string(128);
    }

    @Override
    public Class<?> javaType() {
        return String.class;
    }

    @Override
    public @Nullable String toStorage(@Nullable String value) {
        return value == null ? null : hash(value);
    }

    @Override
    public @Nullable String fromStorage(@Nullable String stored) {
        return stored;
    }

    @Override
    public boolean isSensitive() {
        return true;
    }

    static String hash(String value) {
        return UUID.nameUUIDFromBytes(value.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
