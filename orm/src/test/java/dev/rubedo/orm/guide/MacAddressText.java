package dev.rubedo.orm.guide;

import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import org.jspecify.annotations.Nullable;

/** A MAC address as text. Immutable. */
record MacAddressText() implements CustomType<MacAddress, String> {
    @Override
    public SqlType<String> storage() {
        return Types.string(17);
    }

    @Override
    public Class<MacAddress> javaType() {
        return MacAddress.class;
    }

    @Override
    public @Nullable String toStorage(@Nullable MacAddress value) {
        return value == null ? null : value.text();
    }

    @Override
    public @Nullable MacAddress fromStorage(@Nullable String stored) {
        return stored == null ? null : new MacAddress(stored);
    }
}
