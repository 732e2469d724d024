package dev.rubedo.type;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The default type for a Java class. Immutable. */
final class JavaTypes {
    private static final Map<Class<?>, SqlType<?>> BY_CLASS = Map.ofEntries(entry(Boolean.class, Types.BOOLEAN),
            entry(boolean.class, Types.BOOLEAN), entry(Byte.class, Types.SMALLINT), entry(byte.class, Types.SMALLINT),
            entry(Short.class, Types.SMALLINT), entry(short.class, Types.SMALLINT), entry(Integer.class, Types.INTEGER),
            entry(int.class, Types.INTEGER), entry(Long.class, Types.BIGINT), entry(long.class, Types.BIGINT),
            entry(Float.class, Types.REAL), entry(float.class, Types.REAL), entry(Double.class, Types.DOUBLE),
            entry(double.class, Types.DOUBLE), entry(BigDecimal.class, Types.NUMERIC),
            entry(BigInteger.class, Types.NUMERIC), entry(String.class, Types.STRING),
            entry(LocalDate.class, Types.DATE), entry(LocalTime.class, Types.TIME),
            entry(LocalDateTime.class, Types.TIMESTAMP), entry(OffsetDateTime.class, Types.TIMESTAMP_TZ),
            entry(Instant.class, Types.INSTANT), entry(Duration.class, Types.INTERVAL),
            entry(byte[].class, Types.BINARY), entry(UUID.class, Types.UUID));

    private JavaTypes() {}

    static @Nullable SqlType<?> find(Class<?> type) {
        var known = BY_CLASS.get(type);
        if (known != null) {
            return known;
        }
        return type.isEnum() ? enumType(type) : null;
    }

    // E is lost in Class<?>; the type is only used as SqlType<?>.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static SqlType<?> enumType(Class<?> type) {
        return Types.enumType((Class) type);
    }
}
