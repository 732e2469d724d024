package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Condition;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Literals: written into the text of a statement, a value equals the one that a parameter has stored. */
public abstract class LiteralSuite {

    @DatabaseTest
    void dates(Engine engine) {
        equalsStored(engine, Types.DATE, LocalDate.of(2024, 2, 29), LocalDate.of(1500, 1, 1),
                LocalDate.of(9999, 12, 31));
    }

    @DatabaseTest
    void timesOfDay(Engine engine) {
        equalsStored(engine, Types.TIME, LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59));
        equalsStored(engine, time(6), LocalTime.MIDNIGHT, LocalTime.of(1, 2, 3, 456_789_000),
                LocalTime.of(1, 2, 3, 500_000_000));
    }

    @DatabaseTest
    void timestamps(Engine engine) {
        equalsStored(engine, Types.TIMESTAMP, LocalDateTime.of(2024, 2, 29, 12, 0), LocalDateTime.of(1500, 1, 1, 0, 0));
        equalsStored(engine, timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000),
                LocalDateTime.of(2024, 1, 2, 3, 4, 5, 500_000_000), LocalDateTime.of(2024, 1, 2, 3, 4));
    }

    @DatabaseTest
    void timestampsWithAZone(Engine engine) {
        equalsStored(engine, Types.TIMESTAMP_TZ, OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2024, 2, 29, 22, 0, 0, 0, ZoneOffset.ofHours(-4)),
                OffsetDateTime.of(2024, 2, 29, 1, 0, 0, 0, ZoneOffset.ofHoursMinutes(5, 45)));
        equalsStored(engine, timestampTz(6),
                OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000, ZoneOffset.ofHours(-8)));
    }

    @DatabaseTest
    void instants(Engine engine) {
        equalsStored(engine, Types.INSTANT, Instant.parse("2023-03-12T06:59:59Z"), Instant.EPOCH,
                Instant.parse("1900-01-01T00:00:00Z"));
        equalsStored(engine, instant(6), Instant.parse("2023-03-12T06:59:59.123456Z"),
                Instant.parse("1969-12-31T23:59:59.500Z"), Instant.parse("2023-03-12T06:59:59Z"));
    }

    @DatabaseTest
    void durations(Engine engine) {
        equalsStored(engine, Types.INTERVAL, Duration.ofHours(5), Duration.ofSeconds(1, 500_000_000), Duration.ZERO,
                Duration.ofNanos(123_456_789), Duration.ofDays(400).plusNanos(1_999));
    }

    @DatabaseTest
    void floatingPointNumbers(Engine engine) {
        equalsStored(engine, Types.REAL, 0.1f, -1.5f, 3.3333333f, 16_777_215f);
        equalsStored(engine, Types.DOUBLE, 0.1, -1.5, Math.PI, 1e300, -1e-300);
    }

    /** Compared as text, because not every database can compare documents. */
    @DatabaseTest
    void jsonDocuments(Engine engine) {
        SqlType<Object> json = Types.json(Object.class);
        var table = table(column("v", json).notNull());
        Column<Object> stored = Suites.typed(table.column("v"));
        recreate(engine, table);
        engine.inTransaction(connection -> {
            for (Object document : List.of("x", "it's \"quoted\" \\ 日本", 1, true, List.of("a", 2, false),
                    Map.of("key", List.of(1.5, "v")))) {
                connection.execute(deleteFrom(table));
                connection.execute(insertInto(table).values(stored, document));
                var literal = literal(document, json);
                assertThat(isFound(connection, table, cast(stored, Types.TEXT).eq(cast(literal, Types.TEXT))))
                        .as("v = %s", document).isTrue();
                assertThat(connection.execute(select(literal).from(table)).one()).isEqualTo(document);
            }
        });
    }

    @DatabaseTest
    void defaultsAreStoredAsParametersAre(Engine engine) {
        isDefault(engine, Types.DATE, LocalDate.of(2024, 2, 29));
        isDefault(engine, time(6), LocalTime.of(1, 2, 3, 456_789_000));
        isDefault(engine, timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000));
        isDefault(engine, Types.TIMESTAMP_TZ, OffsetDateTime.of(2024, 2, 29, 22, 0, 0, 0, ZoneOffset.ofHours(-4)));
        isDefault(engine, Types.INSTANT, Instant.parse("2023-03-12T06:59:59Z"));
        isDefault(engine, instant(6), Instant.parse("2023-03-12T06:59:59.123456Z"));
        isDefault(engine, Types.INTERVAL, Duration.ofMillis(1500));
        isDefault(engine, Types.REAL, 0.1f);
        isDefault(engine, Types.DOUBLE, Math.PI);
    }

    @DatabaseTest
    void aDocumentCanBeADefault(Engine engine) {
        SqlType<Object> json = Types.json(Object.class);
        var document = Map.of("key", List.of(1, "it's"));
        var table = table(column("id", INTEGER).primaryKey(),
                column("v", json).notNull().serverDefault(literal(document, json)));
        Column<Integer> id = Suites.typed(table.column("id"));
        recreate(engine, table);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(id, 1));
            assertThat(connection.execute(select(table.column("v"))).one()).isEqualTo(document);
        });
    }

    /** Stores each value as a parameter and compares it with its literal. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> void equalsStored(Engine engine, SqlType<T> type, T... values) {
        var table = table(column("v", type).notNull());
        Column<T> stored = Suites.typed(table.column("v"));
        recreate(engine, table);
        engine.inTransaction(connection -> {
            for (T value : values) {
                connection.execute(deleteFrom(table));
                connection.execute(insertInto(table).values(stored, value));
                var literal = literal(value, type);
                assertThat(isFound(connection, table, stored.eq(literal))).as("v = %s", value).isTrue();
                assertThat(isFound(connection, table, stored.le(literal))).as("v <= %s", value).isTrue();
                assertThat(isFound(connection, table, stored.ge(literal))).as("v >= %s", value).isTrue();
                assertThat(isFound(connection, table, stored.lt(literal))).as("v < %s", value).isFalse();
                assertThat(isFound(connection, table, stored.gt(literal))).as("v > %s", value).isFalse();
            }
        });
    }

    /** Checks that a row without a value has the value that a parameter would have stored. */
    private static <T> void isDefault(Engine engine, SqlType<T> type, T value) {
        var table = table(column("id", INTEGER).primaryKey(),
                column("v", type).notNull().serverDefault(literal(value, type)));
        Column<T> stored = Suites.typed(table.column("v"));
        Column<Integer> id = Suites.typed(table.column("id"));
        recreate(engine, table);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(id, 1));
            connection.execute(insertInto(table).values(id, 2).values(stored, value));
            var values = connection.execute(select(stored).orderBy(id)).all();
            assertThat(values.get(0)).as("default of type %s", type).isEqualTo(values.get(1));
            assertThat(connection.execute(select(id).where(stored.eq(value)).orderBy(id)).all())
                    .as("rows where v = %s", value).containsExactly(1, 2);
        });
    }

    private static boolean isFound(Connection connection, Table table, Condition condition) {
        return connection.exists(select(table).where(condition));
    }

    private static void recreate(Engine engine, Table table) {
        table.metaData().dropAll(engine);
        table.create(engine);
    }

    private static Table table(Column<?>... columns) {
        return new MetaData().table("literals", columns);
    }
}
