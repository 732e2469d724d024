package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Values without a column that determines their type: selected as parameters or literals, they are read back equal. */
public abstract class SelectedValueSuite {

    private final List<String> faults = new ArrayList<>();

    /** A value of every Java class that has a type by default. */
    private static final List<Object> VALUES = List.of(true, (byte) 7, (short) -300, 70_000, 7_000_000_000L, 0.5f, 0.1,
            new BigDecimal("12.50"), new BigInteger("123456789012345"), "it's \\ text", "2024-01-01",
            LocalDate.of(2024, 2, 29), LocalTime.of(1, 2, 3), LocalTime.of(1, 2, 3, 456_789_000),
            LocalDateTime.of(2024, 1, 2, 3, 4, 5), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000),
            OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC), Instant.parse("2023-03-12T06:59:59Z"),
            Instant.parse("2023-03-12T06:59:59.123456Z"), Duration.ofMillis(-1500), Duration.ofDays(40), new UUID(1, 2),
            DayOfWeek.FRIDAY, new byte[]{0, 1, -1});

    /** The same for types that a Java class does not imply. */
    private static final Map<SqlType<?>, Object> TYPED = Map.ofEntries(Map.entry(Types.TEXT, "text"),
            Map.entry(Types.string(20), "2024"), Map.entry(Types.numeric(10, 3), new BigDecimal("1.250")),
            Map.entry(Types.EXACT_DECIMAL, new BigDecimal("1234567890.12345")),
            Map.entry(Types.time(6), LocalTime.of(1, 2, 3, 456_789_000)),
            Map.entry(Types.timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000)),
            Map.entry(Types.timestampTz(6),
                    OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000, ZoneOffset.UTC)),
            Map.entry(Types.instant(6), Instant.parse("2023-03-12T06:59:59.123456Z")),
            Map.entry(Types.json(Object.class), Map.of("a", List.of(1, "x", true))));

    /** PostgreSQL needs an enumeration type for enum constants, which a table declares. */
    private static void withEnumeration(Engine engine, Runnable test) {
        var metadata = new MetaData();
        metadata.table("weekdays", column("day", enumType(DayOfWeek.class)));
        metadata.createAll(engine);
        test.run();
        metadata.dropAll(engine);
    }

    @DatabaseTest
    void literalsAreReadBackEqual(Engine engine) {
        withEnumeration(engine, () -> VALUES.forEach(value -> readBack(engine, typed(literal(value)), value)));
        assertThat(faults).isEmpty();
    }

    @DatabaseTest
    void parametersAreReadBackEqual(Engine engine) {
        withEnumeration(engine, () -> VALUES.forEach(value -> readBack(engine, typed(value(value)), value)));
        assertThat(faults).isEmpty();
    }

    @DatabaseTest
    void literalsOfGivenTypesAreReadBackEqual(Engine engine) {
        TYPED.forEach((type, value) -> readBack(engine, literal(value, typed(type)), value));
        assertThat(faults).isEmpty();
    }

    @DatabaseTest
    void parametersOfGivenTypesAreReadBackEqual(Engine engine) {
        TYPED.forEach((type, value) -> readBack(engine, value(value, typed(type)), value));
        assertThat(faults).isEmpty();
    }

    /** Trailing zeros of a decimal number are not part of its value. */
    private static boolean areEqual(Object read, Object value) {
        return read instanceof BigDecimal number && value instanceof BigDecimal other
                ? number.compareTo(other) == 0
                : Objects.deepEquals(read, value);
    }

    private void readBack(Engine engine, Expression<Object> expression, Object value) {
        for (var query : List.of(select(expression), select(expression.as("v")),
                unionAll(select(expression), select(expression)), select(coalesce(expression, expression)),
                select(caseWhen(literal(1).eq(1), expression).otherwise(expression)),
                select(select(expression.as("v")).subquery("q").column("v")), select(select(expression).scalar()))) {
            try (Connection connection = engine.connect()) {
                for (var read : connection.execute(query).all()) {
                    if (!areEqual(read, value)) {
                        faults.add(value.getClass() + " " + value + " is read as " + read + " from " + query);
                    }
                }
            } catch (RuntimeException e) {
                faults.add(value.getClass() + " " + value + ": " + query + ": " + e);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Expression<Object> typed(Expression<?> expression) {
        return (Expression<Object>) expression;
    }

    @SuppressWarnings("unchecked")
    private static SqlType<Object> typed(SqlType<?> type) {
        return (SqlType<Object>) type;
    }
}
