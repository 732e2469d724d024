package dev.rubedo.golden;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.schema.MetaData;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The types of columns. */
final class TypeTwins {

    private TypeTwins() {}

    private static Supplier<Object> of(SqlType<?> type) {
        return () -> Definitions.table(new MetaData().table("t", column("c", type)));
    }

    static void add(Twins twins) {
        twins.add("types.array", of(array(INTEGER)));
        twins.add("types.biginteger", of(BIGINT));
        twins.add("types.boolean", of(BOOLEAN));
        twins.add("types.datetime", of(TIMESTAMP));
        twins.add("types.datetime_tz", of(TIMESTAMP_TZ));
        twins.add("types.double", of(DOUBLE));
        twins.add("types.integer", of(INTEGER));
        twins.add("types.interval", of(INTERVAL));
        twins.differs("types.interval", "mysql mariadb", "the recorded type loses the fraction of the second");
        twins.add("types.large_binary_len", of(binary(100)));
        twins.add("types.null_type", of(UNKNOWN));
        twins.add("types.numeric", of(NUMERIC));
        twins.add("types.pickle", of(BINARY));
        twins.add("types.smallinteger", of(SMALLINT));
        twins.add("types.string_len", of(string(30)));
        twins.add("types.text", of(TEXT));
        twins.add("types.time", of(TIME));
        twins.add("types.type_decorator", of(new Reversed()));
        twins.add("types.unicode_len", of(string(30)));
        twins.add("types.unicodetext", of(TEXT));
        twins.add("types.uuid", of(UUID));
        DialectTypeTwins.add(twins);
    }

    /** A type of one's own. */
    record Reversed() implements CustomType<String, String> {

        @Override
        public SqlType<String> storage() {
            return string(12);
        }

        @Override
        public Class<?> javaType() {
            return String.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable String value) {
            return value == null ? null : new StringBuilder(value).reverse().toString();
        }

        @Override
        public @Nullable String fromStorage(@Nullable String stored) {
            return toStorage(stored);
        }
    }
}
