package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DataException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Values of every type are read back unchanged, from NULL to extremes, and are found by comparison.
 */
public abstract class TypeRoundTripSuite {

    /** A value of each type whose form as text, number or interval differs between the databases. */
    private static final Map<SqlType<?>, Object> TYPED = Map.of(Types.REAL, 0.5f, Types.DATE, LocalDate.of(2024, 2, 29),
            Types.time(6), LocalTime.of(1, 2, 3, 500_000_000), Types.timestamp(6),
            LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000), Types.instant(6),
            Instant.parse("2024-02-29T12:00:00.123456Z"), Types.INTERVAL, Duration.ofMillis(-1500), Types.UUID,
            new UUID(1, 2), Types.BIGINT, 7_000_000_000L, Types.string(10), "2024");

    @DatabaseTest
    void parametersKeepTheirTypeWhereNoColumnSaysIt(Engine engine) {
        try (Connection connection = engine.connect()) {
            TYPED.forEach((type, value) -> {
                var parameter = any(value, type);
                for (var query : List.of(select(parameter), unionAll(select(parameter), select(parameter)),
                        select(caseWhen(value(1).eq(1), parameter).otherwise(parameter)),
                        select(select(parameter.as("v")).subquery("q").column("v")))) {
                    assertThat(connection.execute(query).all()).as("%s in %s", type, query).containsOnly(value);
                }
            });
        }
    }

    @DatabaseTest
    void castsKeepTheValue(Engine engine) {
        try (Connection connection = engine.connect()) {
            TYPED.forEach((type, value) -> {
                Expression<?> converted = cast(any(value, type), type);

                assertThat(connection.execute(select(converted)).all()).as("%s", type).isEqualTo(List.of(value));
            });
        }
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void castsOfDocumentsKeepTheDocument(Engine engine) {
        try (Connection connection = engine.connect()) {
            var type = json(Object.class);

            assertThat(connection.one(select(cast(value(Map.of("a", 1), type), type)))).isEqualTo(Map.of("a", 1));
        }
    }

    @DatabaseTest
    void literalsAreTheSameValueAsParameters(Engine engine) {
        for (long millis : List.of(-1500L, -1000L, -500L, 0L, 500L, 1500L)) {
            stores(engine, Types.INTERVAL, Duration.ofMillis(millis));
            findsLiteral(engine, Types.INTERVAL, Duration.ofMillis(millis));
        }
        findsLiteral(engine, Types.EXACT_DECIMAL, new BigDecimal("1.50"));
        findsLiteral(engine, numeric(10, 2), new BigDecimal("1.50"));
    }

    private static <T> void findsLiteral(Engine engine, SqlType<T> type, T value) {
        var metadata = new MetaData();
        var column = column("v", type);
        var table = new Table("literal_values", metadata, column) {};
        metadata.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(column, value));
            assertThat(connection.count(select(column).where(column.eq(literal(value, type))))).as("%s", value).isOne();
        });
        metadata.dropAll(engine);
    }

    @SuppressWarnings("unchecked") // the values of TYPED match their types
    private static Expression<Object> any(Object value, SqlType<?> type) {
        return value(value, (SqlType<Object>) type);
    }

    @DatabaseTest
    void booleans(Engine engine) {
        roundTrip(engine, Types.BOOLEAN, true, false);
    }

    @DatabaseTest
    void smallIntegers(Engine engine) {
        roundTrip(engine, Types.SMALLINT, (short) 0, (short) -1, Short.MIN_VALUE, Short.MAX_VALUE);
    }

    @DatabaseTest
    void integers(Engine engine) {
        roundTrip(engine, Types.INTEGER, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    @DatabaseTest
    void bigIntegers(Engine engine) {
        roundTrip(engine, Types.BIGINT, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 9_007_199_254_740_993L);
    }

    @DatabaseTest
    void doubles(Engine engine) {
        roundTrip(engine, Types.DOUBLE, 0.0, -1.5, Math.PI, 1e300, -1e-300, 9_007_199_254_740_992.0);
    }

    @DatabaseTest
    void reals(Engine engine) {
        roundTrip(engine, Types.REAL, 0.0f, -1.5f, 3.25f, 65_504f);
    }

    @DatabaseTest
    void decimals(Engine engine) {
        roundTripBy(TypeRoundTripSuite::sameNumber, engine, numeric(12, 2), new BigDecimal("0.00"),
                new BigDecimal("-0.01"), new BigDecimal("1234567890.12"), new BigDecimal("10.50"));
    }

    @DatabaseTest(except = "sqlite")
    void decimalsOfManyDigits(Engine engine) {
        roundTripBy(TypeRoundTripSuite::sameNumber, engine, numeric(30, 10),
                new BigDecimal("12345678901234567890.0123456789"), new BigDecimal("-0.0000000001"));
    }

    @DatabaseTest(only = "sqlite")
    void decimalsThatWouldLoseDigitsAreRefused(Engine engine) {
        assertThatThrownBy(() -> roundTripBy(TypeRoundTripSuite::sameNumber, engine, numeric(30, 10),
                new BigDecimal("12345678901234567890.0123456789"))).hasMessageContaining("EXACT_DECIMAL");
    }

    @DatabaseTest
    void exactDecimals(Engine engine) {
        roundTripBy(TypeRoundTripSuite::sameNumber, engine, Types.EXACT_DECIMAL,
                new BigDecimal("12345678901234567890.123456789"), new BigDecimal("0"), new BigDecimal("-1.5"));
    }

    @DatabaseTest
    void decimalsWithoutPrecisionKeepTheirFraction(Engine engine) {
        roundTrip(engine, UNBOUNDED_NUMERIC, new BigDecimal("1.5"), new BigDecimal("-0.000001"), new BigDecimal("0"),
                new BigDecimal("100"), new BigDecimal("123456789.123456"));
    }

    @DatabaseTest(except = {"sqlite", "duckdb"})
    void decimalsWithoutPrecisionHaveManyDigits(Engine engine) {
        roundTrip(engine, UNBOUNDED_NUMERIC, new BigDecimal("12345678901234567890123456789012345"),
                new BigDecimal("12345678901234567890.123456789012345678901234567891"));
    }

    /** The server would round them with a note that is easily overlooked. */
    @DatabaseTest(only = {"mariadb", "mysql"})
    void moreDigitsThanTheWidestColumnHasAreRefused(Engine engine) {
        for (var type : List.of(UNBOUNDED_NUMERIC, Types.EXACT_DECIMAL)) {
            refuses(engine, type, new BigDecimal("1E-31"), "at most 30 fraction digits");
        }
    }

    /**
     * Rounding is that of the SQL standard, half away from zero, even if the number is only rounded when it is read.
     */
    @DatabaseTest
    void digitsBeyondTheScaleAreRoundedAlike(Engine engine) {
        store(engine, numeric(10, 2), (written, read) -> sameNumber(read, written.setScale(2, RoundingMode.HALF_UP)),
                List.of(new BigDecimal("0.125"), new BigDecimal("-0.125"), new BigDecimal("0.115")), false);
    }

    @DatabaseTest
    void extremeFloatingPointNumbers(Engine engine) {
        roundTrip(engine, Types.DOUBLE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL);
        stores(engine, Types.DOUBLE, Double.MIN_VALUE);
        stores(engine, Types.REAL, 0.1f, Float.MAX_VALUE, Float.MIN_NORMAL, 16_777_215f, 3.3333333f);
    }

    @DatabaseTest(only = {"h2", "postgresql"})
    void doublesThatAreNoFiniteNumberAreKept(Engine engine) {
        roundTrip(engine, Types.DOUBLE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        roundTrip(engine, Types.REAL, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
    }

    @DatabaseTest(only = "sqlite")
    void infiniteNumbersAreKeptButNoNaN(Engine engine) {
        roundTrip(engine, Types.DOUBLE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        refuses(engine, Types.DOUBLE, Double.NaN, "SQLite does not support NaN");
        refuses(engine, Types.REAL, Float.NaN, "SQLite does not support NaN");
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void doublesThatAreNoFiniteNumberAreRefused(Engine engine) {
        for (double number : List.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            refuses(engine, Types.DOUBLE, number, "neither NaN nor infinity");
            refuses(engine, Types.REAL, (float) number, "neither NaN nor infinity");
        }
    }

    @DatabaseTest
    void strings(Engine engine) {
        roundTrip(engine, string(200), "", " ", "a", "O'Brien", "back\\slash", "100%_", "naïve", "Ünïcödé", "日本語",
                "😀 𝄞", "tab\tline\n", "?", ":name", "x".repeat(200));
    }

    /** Text that was cut within a surrogate pair. Drivers would store a question mark, or whatever is in their buffer.
     */
    @DatabaseTest(except = {"h2", "oracle", "mssql"})
    void halvesOfCharactersAreRefused(Engine engine) {
        for (String cut : List.of("\ud83d", "a\ud83d", "\ud83da", "\ude00", "\ud83d\ud83d\ude00", "\ude00\ud83d")) {
            refuses(engine, string(20), cut, "half of a surrogate pair");
            refuses(engine, Types.TEXT, cut, "half of a surrogate pair");
            refuses(engine, Types.json(Object.class), cut, "half of a surrogate pair");
        }
    }

    @DatabaseTest(requires = Feature.ARRAY_TYPE, except = "h2")
    void halvesOfCharactersInArraysAreRefused(Engine engine) {
        refuses(engine, Types.array(string(20)), List.of("a", "\ud83d"), "half of a surrogate pair");
        refuses(engine, Types.array(Types.array(Types.TEXT)), List.of(List.of("\ude00")), "half of a surrogate pair");
    }

    @DatabaseTest(requires = Feature.ARRAY_TYPE)
    void anElementThatItsTypeConvertsToNullIsRefused(Engine engine) {
        var type = Types.array(new LocaleType(Locale.ROOT));
        assertThatThrownBy(() -> store(engine, type, Object::equals, List.of(List.of(Locale.ROOT)), false))
                .isInstanceOf(DataException.class).hasMessageContaining("converts a value to NULL")
                .hasMessageNotContaining("read as");
    }

    @DatabaseTest(only = "h2")
    void halvesOfCharactersAreKept(Engine engine) {
        roundTrip(engine, string(20), "\ud83d", "\ude00\ud83d");
    }

    @DatabaseTest
    void longTexts(Engine engine) {
        roundTrip(engine, Types.TEXT, "", "日本語 😀", "lorem ipsum ".repeat(5_000));
    }

    @DatabaseTest
    void dates(Engine engine) {
        roundTrip(engine, Types.DATE, LocalDate.of(2024, 2, 29), LocalDate.EPOCH, LocalDate.of(1500, 1, 1),
                LocalDate.of(1582, 10, 10), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));
    }

    @DatabaseTest
    void times(Engine engine) {
        roundTrip(engine, Types.TIME, LocalTime.MIDNIGHT, LocalTime.NOON, LocalTime.of(23, 59, 59));
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void fractionsOfASecondAreKept(Engine engine) {
        roundTrip(engine, Types.TIME, LocalTime.of(1, 2, 3, 456_789_000));
        roundTrip(engine, Types.TIMESTAMP, LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000),
                LocalDateTime.of(1500, 1, 1, 0, 0, 0, 1000));
        roundTrip(engine, Types.INSTANT, Instant.parse("2024-02-29T12:00:00.123456Z"));
        roundTripBy(TypeRoundTripSuite::sameInstant, engine, Types.TIMESTAMP_TZ,
                OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000, ZoneOffset.ofHours(-8)));
    }

    /** {@code DATETIME} without a precision has whole seconds there, which is also what SQLAlchemy creates. */
    @DatabaseTest(only = {"mariadb", "mysql"})
    void fractionsOfASecondAreNotKept(Engine engine) {
        store(engine, Types.TIME, (written, read) -> read.equals(written.withNano(0)),
                List.of(LocalTime.of(1, 2, 3, 456_789_000)), false);
    }

    @DatabaseTest
    void microsecondsAreKeptWhereSixDigitsAreAskedFor(Engine engine) {
        roundTrip(engine, time(6), LocalTime.of(1, 2, 3, 456_789_000), LocalTime.MIDNIGHT,
                LocalTime.of(23, 59, 59, 999_999_000));
        roundTrip(engine, timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_000),
                LocalDateTime.of(1500, 1, 1, 0, 0, 0, 1000), LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000));
        roundTrip(engine, instant(6), Instant.parse("2024-02-29T12:00:00.123456Z"), Instant.EPOCH);
        roundTripBy(TypeRoundTripSuite::sameInstant, engine, timestampTz(6),
                OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000, ZoneOffset.ofHours(-8)));
    }

    /** Half of the drivers and servers would round them, possibly up to the next day. */
    @DatabaseTest(except = "sqlite")
    void nanosecondsAreCutToMicroseconds(Engine engine) {
        cuts(engine, time(6), LocalTime.MAX, LocalTime.of(23, 59, 59, 999_999_000));
        cuts(engine, timestamp(6), LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_999),
                LocalDateTime.of(2024, 2, 29, 23, 59, 59, 999_999_000));
        cuts(engine, instant(6), Instant.parse("1969-12-31T23:59:59.123456789Z"),
                Instant.parse("1969-12-31T23:59:59.123456Z"));
        store(engine, timestampTz(6),
                (written, read) -> sameInstant(read, written.withNano(123_456_000)),
                List.of(OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_789, ZoneOffset.ofHours(1))), true);
    }

    @DatabaseTest(only = "sqlite")
    void nanosecondsAreKeptAsText(Engine engine) {
        roundTrip(engine, timestamp(6), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_234));
        roundTrip(engine, Types.INSTANT, Instant.parse("2024-02-29T12:00:00.123456789Z"));
    }

    @DatabaseTest(only = "h2")
    void nanosecondsAreKeptWhereNineDigitsAreAskedFor(Engine engine) {
        roundTrip(engine, timestamp(9), LocalDateTime.of(2024, 1, 2, 3, 4, 5, 678_901_234));
        roundTrip(engine, time(9), LocalTime.of(3, 4, 5, 678_901_234));
    }

    @DatabaseTest
    void timestamps(Engine engine) {
        roundTrip(engine, Types.TIMESTAMP, LocalDateTime.of(2024, 2, 29, 12, 0), LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDateTime.of(2024, 3, 31, 2, 30), LocalDateTime.of(1500, 1, 1, 0, 0),
                LocalDateTime.of(2024, 1, 2, 3, 4, 5), LocalDateTime.of(9999, 12, 31, 23, 59, 59));
    }

    @DatabaseTest
    void timestampsWithAZoneKeepTheInstant(Engine engine) {
        roundTripBy(TypeRoundTripSuite::sameInstant, engine, Types.TIMESTAMP_TZ,
                OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.UTC),
                OffsetDateTime.of(2024, 2, 29, 12, 0, 0, 0, ZoneOffset.ofHours(-8)),
                OffsetDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneOffset.ofHours(2)),
                OffsetDateTime.of(2024, 10, 27, 2, 30, 0, 0, ZoneOffset.ofHours(1)),
                OffsetDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(5, 45)));
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void datesBeforeAndAfterTheCommonOnesAreKept(Engine engine) {
        roundTrip(engine, Types.DATE, LocalDate.of(0, 6, 1), LocalDate.of(-44, 3, 15), LocalDate.of(10_000, 1, 1));
        roundTrip(engine, Types.TIMESTAMP, LocalDateTime.of(0, 6, 1, 0, 0), LocalDateTime.of(-44, 3, 15, 12, 0),
                LocalDateTime.of(10_000, 1, 1, 0, 0));
        roundTrip(engine, Types.INSTANT, Instant.parse("-0044-03-15T12:00:00Z"),
                Instant.parse("+10000-01-01T00:00:00Z"));
    }

    /** The drivers would omit the era: the ides of March of 44 BC would become those of 45. */
    @DatabaseTest(only = {"mariadb", "mysql"})
    void datesThatTheDatabaseDoesNotHaveAreRefused(Engine engine) {
        for (int year : List.of(-44, 10_000)) {
            refuses(engine, Types.DATE, LocalDate.of(year, 3, 15), "dates of the years 0 to 9999");
        }
        for (int year : List.of(-44, 0, 10_000)) {
            refuses(engine, Types.TIMESTAMP, LocalDateTime.of(year, 3, 15, 12, 0), "timestamps of the years 1 to 9999");
            refuses(engine, Types.INSTANT, LocalDateTime.of(year, 3, 15, 12, 0).toInstant(ZoneOffset.UTC),
                    "timestamps of the years 1 to 9999");
        }
    }

    @DatabaseTest
    void instants(Engine engine) {
        roundTrip(engine, Types.INSTANT, Instant.EPOCH, Instant.parse("2024-02-29T12:00:00Z"),
                Instant.parse("2024-10-27T00:30:00Z"), Instant.parse("2024-10-27T01:30:00Z"),
                Instant.parse("1900-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z"));
    }

    @DatabaseTest
    @ResourceLock(Resources.TIME_ZONE)
    void theZoneOfTheJvmChangesNothingThatIsStored(TestDatabase database) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("America/St_Johns", "Asia/Kathmandu", "Europe/Berlin")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                Engine engine = database.newEngine(builder -> builder);
                timestamps(engine);
                timestampsWithAZoneKeepTheInstant(engine);
                instants(engine);
                dates(engine);
                times(engine);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @DatabaseTest
    void bytes(Engine engine) {
        var all = new byte[256];
        IntStream.range(0, 256).forEach(value -> all[value] = (byte) value);
        roundTripBy(Arrays::equals, engine, Types.BINARY, new byte[0], new byte[]{0}, all, new byte[60_000]);
    }

    @DatabaseTest
    void uuids(Engine engine) {
        roundTrip(engine, Types.UUID, java.util.UUID.fromString("00000000-0000-0000-0000-000000000000"),
                java.util.UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                java.util.UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91"));
    }

    @DatabaseTest
    void enumerations(Engine engine) {
        roundTrip(engine, Types.enumType(DayOfWeek.class), DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @DatabaseTest
    void jsonDocuments(Engine engine) {
        stores(engine, Types.json(Settings.class), new Settings("dark", List.of(1, 2, 3)),
                new Settings("日本 \"quoted\" \\", List.of()));
        stores(engine, Types.json(Map.class), Map.of("a", 1, "b", List.of("x", true)));
    }

    @DatabaseTest
    void customTypesConvertBothWays(Engine engine) {
        roundTrip(engine, new LocaleType(Locale.ROOT), Locale.GERMANY, Locale.forLanguageTag("pt-BR"));
    }

    @DatabaseTest
    void integersThatDoNotFitAreRefusedAndNotWrapped(Engine engine) {
        Table table = table("wide", column("v", Types.BIGINT).notNull());
        table.create(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(table.column("v", Long.class), 3_000_000_000L));
            var narrow = select(coerce(table.column("v", Long.class), Types.INTEGER)).from(table);
            assertThatThrownBy(() -> connection.execute(narrow).one()).isInstanceOf(RuntimeException.class);
        });
    }

    /** A JSON document. */
    public record Settings(String theme, List<Integer> sizes) {}

    private record LocaleType(Locale none) implements CustomType<Locale, String> {
        @Override
        public SqlType<String> storage() {
            return Types.string(20);
        }

        @Override
        public Class<Locale> javaType() {
            return Locale.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable Locale value) {
            return value == null || value.equals(none) ? null : value.toLanguageTag();
        }

        @Override
        public @Nullable Locale fromStorage(@Nullable String stored) {
            return stored == null ? null : Locale.forLanguageTag(stored);
        }
    }

    /** Stores the values and NULL, reads them back, and finds each by comparison. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> void roundTrip(Engine engine, SqlType<T> type, T... values) {
        store(engine, type, Object::equals, List.of(values), true);
    }

    /** Does the same for types whose values have no suitable {@code equals}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> void roundTripBy(BiPredicate<T, T> same, Engine engine, SqlType<T> type, T... values) {
        store(engine, type, same, List.of(values), true);
    }

    /** Does the same for types that databases cannot compare. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> void stores(Engine engine, SqlType<T> type, T... values) {
        store(engine, type, Object::equals, List.of(values), false);
    }

    /** Checks that a value that does not fit is truncated, and found by comparison with itself. */
    private static <T> void cuts(Engine engine, SqlType<T> type, T value, T kept) {
        store(engine, type, (written, read) -> read.equals(kept), List.of(value), true);
    }

    private static <T> void refuses(Engine engine, SqlType<T> type, T value, String because) {
        assertThatThrownBy(() -> store(engine, type, Object::equals, List.of(value), false))
                .isInstanceOf(DataException.class).hasMessageContaining(because);
    }

    @SuppressWarnings("NullAway") // a query of a column of nullable T returns a list of T here
    private static <T> void store(Engine engine, SqlType<T> type, BiPredicate<T, T> same, List<T> values,
            boolean isComparable) {
        Table table = table("typed", column("id", INTEGER).primaryKey(), column("v", type).nullable());
        Column<@Nullable T> value = Suites.typed(table.column("v"));
        Column<Integer> id = Suites.typed(table.column("id"));
        table.metaData().dropAll(engine);
        table.create(engine);
        var expected = new ArrayList<@Nullable T>(values);
        expected.add(null);
        engine.inTransaction(connection -> {
            for (int i = 0; i < expected.size(); i++) {
                connection.execute(insertInto(table).values(id, i + 1).values(value, expected.get(i)));
            }
        });
        List<@Nullable T> found = engine
                .fromTransaction(connection -> connection.execute(select(value).orderBy(id)).all());
        assertSame(type, same, values, found);
        if (isComparable) {
            engine.inTransaction(connection -> assertFindable(connection, id, value, values));
        }
    }

    private static <T> void assertSame(SqlType<T> type, BiPredicate<T, T> same, List<T> stored,
            List<@Nullable T> found) {
        assertThat(found).hasSize(stored.size() + 1);
        for (int i = 0; i < stored.size(); i++) {
            T value = stored.get(i);
            T read = found.get(i);
            assertThat(read != null && same.test(value, read)).as("%s of type %s was read as %s", value, type, read)
                    .isTrue();
        }
        assertThat(found.getLast()).isNull();
    }

    private static <T> void assertFindable(Connection connection, Column<Integer> id, Column<@Nullable T> value,
            List<T> values) {
        for (int i = 0; i < values.size(); i++) {
            assertThat(connection.execute(select(id).where(value.eq(values.get(i)))).all())
                    .as("rows where v = %s", values.get(i)).contains(i + 1);
        }
        assertThat(connection.execute(select(id).where(value.isNull())).all()).containsExactly(values.size() + 1);
    }

    private static Table table(String name, Column<?>... columns) {
        return new MetaData().table(name, columns);
    }

    private static boolean sameInstant(OffsetDateTime a, OffsetDateTime b) {
        return a.toInstant().equals(b.toInstant());
    }

    private static boolean sameNumber(BigDecimal a, BigDecimal b) {
        return a.compareTo(b) == 0;
    }
}
