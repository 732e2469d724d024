package dev.rubedo.orm.types;

import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the devices. Immutable. */
final class DeviceTypes {

    /** An address: {@code inet} on PostgreSQL, text elsewhere. */
    static final SqlType<Inet> ADDRESS = new InetText().on("postgresql", PostgresTypes.INET);

    /** A document that can be compared on PostgreSQL. */
    static final SqlType<Map> FACTS = Types.json(Map.class).on("postgresql", PostgresTypes.jsonb(Map.class));

    private DeviceTypes() {}

    private record InetText() implements CustomType<Inet, String> {
        @Override
        public SqlType<String> storage() {
            return Types.string(50);
        }

        @Override
        public Class<Inet> javaType() {
            return Inet.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable Inet value) {
            return value == null ? null : value.toString();
        }

        @Override
        public @Nullable Inet fromStorage(@Nullable String stored) {
            return stored == null ? null : Inet.of(stored);
        }
    }
}
