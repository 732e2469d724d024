package dev.rubedo.orm.keys;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import org.jspecify.annotations.Nullable;

/** An integer that is stored with the other sign. Immutable. */
public record MirroredType() implements CustomType<Long, Long> {
    @Override
    public SqlType<Long> storage() {
        return Types.BIGINT;
    }

    @Override
    public Class<Long> javaType() {
        return Long.class;
    }

    @Override
    public @Nullable Long toStorage(@Nullable Long value) {
        return value == null ? null : -value;
    }

    @Override
    public @Nullable Long fromStorage(@Nullable Long stored) {
        return stored == null ? null : -stored;
    }
}
