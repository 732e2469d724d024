package dev.rubedo.cache;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.RowCache;
import dev.rubedo.engine.RowQuery;
import dev.rubedo.feature.Feature;
import dev.rubedo.result.RecordedRows;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Values of every type, read from recorded rows as from the database. */
class RecordedValueTest {

    private static final Map<SqlType<?>, Object> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put(Types.BOOLEAN, true);
        VALUES.put(Types.SMALLINT, (short) -3);
        VALUES.put(Types.INTEGER, 0);
        VALUES.put(Types.BIGINT, 7_000_000_000L);
        VALUES.put(Types.REAL, 0.5f);
        VALUES.put(Types.DOUBLE, 0.1);
        VALUES.put(Types.numeric(12, 3), new BigDecimal("1234567.250"));
        VALUES.put(Types.EXACT_DECIMAL, new BigDecimal("12345678901234567890.5"));
        VALUES.put(Types.string(20), "it's \u00e4 text");
        VALUES.put(Types.TEXT, "long text");
        VALUES.put(Types.DATE, LocalDate.of(1500, 2, 28));
        VALUES.put(Types.time(6), LocalTime.of(1, 2, 3, 456_789_000));
        VALUES.put(Types.timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000));
        VALUES.put(Types.timestampTz(6), OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000, ZoneOffset.UTC));
        VALUES.put(Types.instant(6), Instant.parse("2023-03-12T06:59:59.123456Z"));
        VALUES.put(Types.INTERVAL, Duration.ofMillis(-1500));
        VALUES.put(Types.BINARY, new byte[]{0, 1, -1});
        VALUES.put(Types.UUID, new UUID(1, 2));
        VALUES.put(Types.enumType(DayOfWeek.class), DayOfWeek.FRIDAY);
        VALUES.put(Types.json(Object.class), Map.of("a", List.of(1, "x", true)));
    }

    /** Keeps rows in the binary form that stores outside the process use. */
    private static final class Encoded implements RowCache {
        final Map<String, byte[]> rows = new HashMap<>();

        @Override
        public RecordedRows rows(RowQuery query, Supplier<RecordedRows> load) {
            return RecordedRows.decode(rows.computeIfAbsent(query.fingerprint(), any -> load.get().encode()));
        }
    }

    /** Keeps rows as they are. */
    private static final class Kept implements RowCache {
        final Map<RowQuery, RecordedRows> rows = new HashMap<>();

        @Override
        public RecordedRows rows(RowQuery query, Supplier<RecordedRows> load) {
            return rows.computeIfAbsent(query, any -> load.get());
        }
    }

    private static Table filled(Engine engine, Map<SqlType<?>, Object> values) {
        var columns = new ArrayList<Column<?>>();
        values.keySet().forEach(type -> columns.add(column("c" + columns.size(), type)));
        var table = new MetaData().table("samples", columns.toArray(Column<?>[]::new));
        table.create(engine);
        var row = insertInto(table);
        var nulls = insertInto(table);
        int position = 0;
        for (var value : values.values()) {
            row = set(row, table.columns().get(position), value);
            nulls = nulls.setNull(table.columns().get(position++));
        }
        var inserts = List.of(row, nulls);
        engine.inTransaction(connection -> inserts.forEach(connection::execute));
        return table;
    }

    @SuppressWarnings("unchecked")
    private static <T> Insert<Void> set(Insert<Void> insert, Column<T> column, Object value) {
        return insert.values(column, (T) value);
    }

    private static List<Row> read(Engine engine, Table table, ExecuteOption... options) {
        return engine.fromTransaction(connection -> connection.execute(select(table), options).rows().all());
    }

    private static void check(Engine engine, Map<SqlType<?>, Object> values, RowCache... caches) {
        var table = filled(engine, values);
        var expected = read(engine, table);
        assertThat(expected).hasSize(2);
        for (var cache : caches) {
            for (int time = 1; time <= 3; time++) {
                var found = read(engine, table, ExecuteOption.fromCache(cache));
                assertThat(found).usingRecursiveComparison().isEqualTo(expected);
            }
        }
    }

    @DatabaseTest
    void valuesAreReadBackEqual(Engine engine) {
        check(engine, VALUES, new Kept());
    }

    @DatabaseTest
    void valuesHaveABinaryForm(Engine engine) {
        Map<SqlType<?>, Object> values = new LinkedHashMap<>(VALUES);
        if (engine.dialectName().equals("postgresql")) {
            values.remove(Types.INTERVAL);
        }
        check(engine, values, new Encoded());
    }

    @DatabaseTest(only = "postgresql")
    void anObjectOfADriversClassHasNone(Engine engine) {
        assertThatThrownBy(() -> check(engine, Map.of(Types.INTERVAL, Duration.ofDays(1)), new Encoded()))
                .isInstanceOf(UnsupportedOperationException.class).hasMessageContaining("PGInterval");
    }

    @DatabaseTest(requires = Feature.ARRAY_TYPE)
    void arraysAreReadBackEqual(Engine engine) {
        check(engine, Map.of(Types.array(Types.string(10)), List.of("a", "b"), Types.array(Types.BIGINT),
                List.of(1L, 2L), Types.array(Types.UUID), List.of(new UUID(1, 2)), Types.array(Types.numeric(8, 2)),
                List.of(new BigDecimal("1.50")), Types.array(Types.BOOLEAN), List.of(true, false)), new Kept(),
                new Encoded());
    }

    @DatabaseTest
    void aValueThatAProgramChangesIsUnchangedInTheCache(Engine engine) {
        var table = filled(engine, Map.of(Types.BINARY, new byte[]{1, 2}));
        var cache = new Kept();
        for (int time = 1; time <= 3; time++) {
            byte[] bytes = (byte[]) read(engine, table, ExecuteOption.fromCache(cache)).get(0).get(1);
            assertThat(bytes).containsExactly(1, 2);
            bytes[0] = 9;
        }
    }
}
