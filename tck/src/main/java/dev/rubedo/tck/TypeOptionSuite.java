package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.ResultException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types with options: precision, checks, labels, dimensions, JSON null, SQL around values. */
public abstract class TypeOptionSuite {

    private enum Level {
        LOW("L"), HIGH("it's high");

        private final String code;

        Level(String code) {
            this.code = code;
        }
    }

    /** Text that the database stores in lower case and returns in upper case. */
    private record Shouted() implements CustomType<String, String> {
        @Override
        public SqlType<String> storage() {
            return Types.string(20);
        }

        @Override
        public Class<?> javaType() {
            return String.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable String value) {
            return value;
        }

        @Override
        public @Nullable String fromStorage(@Nullable String stored) {
            return stored;
        }

        @Override
        public String marker(String storage) {
            return "lower(" + storage + ")";
        }

        @Override
        public String selection(String storage) {
            return "upper(" + storage + ")";
        }
    }

    private Column<Integer> id = Suites.unset();

    private <T> Table table(Engine engine, Column<T> column) {
        id = column("id", INTEGER).primaryKey();
        var table = new MetaData().table("typed", id, column);
        table.create(engine);
        return table;
    }

    // a column accepts null although its Java type is not declared nullable
    @SuppressWarnings("NullAway")
    private <T> T roundTrip(Engine engine, SqlType<T> type, @Nullable T value) {
        Column<T> column = column("v", type);
        var table = table(engine, column);
        try {
            return engine.fromTransaction(connection -> {
                connection.execute(insertInto(table).values(id, 1).values(column, value));
                return connection.execute(select(column)).one();
            });
        } finally {
            table.drop(engine);
        }
    }

    @DatabaseTest
    void floatingPointNumbersHaveAPrecision(Engine engine) {
        assertThat(roundTrip(engine, floating(24), 0.5)).isEqualTo(0.5);
        assertThat(roundTrip(engine, floating(53), 0.1)).isEqualTo(0.1);
    }

    @DatabaseTest
    void exactNamesAreDeclaredAsTheyAre(Engine engine) {
        assertThat(roundTrip(engine, decimal(10, 2), new BigDecimal("1.50"))).isEqualByComparingTo("1.5");
        assertThat(roundTrip(engine, exact("DOUBLE PRECISION", DOUBLE), 0.1)).isEqualTo(0.1);
        assertThat(roundTrip(engine, exact("CHAR(3)", character(3)), "abc")).isEqualTo("abc");
        assertThat(roundTrip(engine, nvarchar(5), "äöü")).isEqualTo("äöü");
        if (!engine.dialectName().equals("postgresql")) {
            if (!engine.dialectName().equals("duckdb")) {
                assertThat(roundTrip(engine, varbinary(5), new byte[]{1, 2})).containsExactly(1, 2);
            }
            assertThat(roundTrip(engine, nchar(3), "äöü")).isEqualTo("äöü");
        }
        if (List.of("sqlite", "mysql", "mariadb").contains(engine.dialectName())) {
            assertThat(roundTrip(engine, DATETIME, LocalDateTime.of(2024, 1, 2, 3, 4, 5)))
                    .isEqualTo(LocalDateTime.of(2024, 1, 2, 3, 4, 5));
        }
    }

    @DatabaseTest(except = "h2")
    void checkedBooleansRefuseOtherNumbers(Engine engine) {
        var flag = column("v", checkedBoolean());
        var table = table(engine, flag);
        engine.inTransaction(connection -> connection.execute(insertInto(table).values(id, 1).values(flag, true)));

        assertThat(engine.<Boolean, RuntimeException>fromTransaction(
                connection -> connection.execute(select(flag)).one())).isTrue();
        if (!engine.dialect().supports(Feature.BOOLEAN_TYPE)) {
            assertThatThrownBy(() -> engine.inTransaction(
                    connection -> connection.execute(text("insert into typed values (2, 7)"))))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @DatabaseTest(requires = Feature.TIME_OF_DAY_ZONE)
    void timesOfDayKeepTheirOffset(Engine engine) {
        var time = OffsetTime.parse("03:04:05.678+05:30");

        assertThat(roundTrip(engine, TIME_TZ, time)).isEqualTo(time);
        assertThat(roundTrip(engine, timeTz(3), OffsetTime.parse("03:04:05.678+05:30"))).isEqualTo(time);
        var column = column("v", TIME_TZ);
        var table = table(engine, column);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(id, 1).values(column, literal(time, TIME_TZ)));
            assertThat(connection.count(select(id).where(column.eq(time)))).isOne();
        });
    }

    @DatabaseTest
    void intervalsHaveAPrecision(Engine engine) {
        assertThat(roundTrip(engine, interval(4, 3), Duration.ofDays(1234).plusMillis(1567)))
                .isEqualTo(Duration.ofDays(1234).plusMillis(1567));
    }

    @DatabaseTest
    void enumsStoreOtherTextsThanTheirNames(Engine engine) {
        var type = enumType(Level.class).storedAs(level -> level.code).withName("levels");
        for (var kind : List.of(type, type.asString(), type.asText(), type.asText().withLength(30))) {
            assertThat(roundTrip(engine, kind, Level.HIGH)).isEqualTo(Level.HIGH);
        }
        var column = column("v", type.asText());
        var table = table(engine, column);
        engine.inTransaction(connection -> connection.execute(insertInto(table).values(id, 1).values(column,
                literal(Level.LOW, type))));

        assertThat(engine.<String, RuntimeException>fromTransaction(
                connection -> connection.execute(select(column.cast(string(20)))).one())).isEqualTo("L");
        if (engine.dialect().supports(Feature.CHECK_CONSTRAINTS)) {
            assertThatThrownBy(() -> engine.inTransaction(
                    connection -> connection.execute(text("insert into typed values (2, 'LOW')"))))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @DatabaseTest
    void aStoredLabelWithoutAConstantIsAnErrorThatNamesColumnValueAndEnum(Engine engine) {
        var column = column("lvl", enumType(Level.class).asString());
        var table = table(engine, column);
        engine.inTransaction(
                connection -> connection.execute(text("insert into typed values (1, 'HIGH'), (2, 'MID')")));
        var known = select(column).from(table).where(id.eq(1));

        assertThat(engine.<Level, RuntimeException>fromTransaction(connection -> connection.one(known)))
                .isEqualTo(Level.HIGH);
        assertThatThrownBy(() -> engine.fromTransaction(connection -> connection.all(select(column).from(table))))
                .isInstanceOf(ResultException.class).message()
                .startsWithIgnoringCase("Column \"lvl\" holds \"MID\", which is not the label of a constant of enum \""
                        + Level.class.getName()
                        + "\" (LOW, HIGH). Add the constant");
    }

    @DatabaseTest
    void labelsAreValidatedBeforeTheyAreSent(Engine engine) {
        var type = labels("sizes", "small", "large");
        for (var kind : List.of(type, type.asString(), type.asText())) {
            assertThat(roundTrip(engine, kind, "large")).isEqualTo("large");
            assertThatThrownBy(() -> roundTrip(engine, kind, "huge")).hasMessageContaining(
                    "\"huge\" is not a label of enumeration \"sizes\". It has [small, large].");
        }
    }

    // a column accepts null although its Java type is not declared nullable
    @SuppressWarnings("NullAway")
    @DatabaseTest
    void nullIsStoredAsSqlNullOrAsADocument(Engine engine) {
        var type = json(Object.class);
        assertThat(roundTrip(engine, type.storingNull(), Map.of("a", 1))).isEqualTo(Map.of("a", 1));
        for (var stored : Map.of(type, 1L, type.storingNull(), 0L).entrySet()) {
            Column<Object> column = column("v", stored.getKey());
            var table = table(engine, column);
            engine.inTransaction(connection -> {
                connection.execute(insertInto(table).values(id, 1).values(column, (Object) null));
                assertThat(connection.count(select(id).where(column.isNull()))).isEqualTo(stored.getValue());
                assertThat(connection.execute(select(column)).all()).containsOnlyNulls();
            });
            table.drop(engine);
        }
    }

    @DatabaseTest(requires = Feature.ARRAY_TYPE)
    void arraysHaveSeveralDimensions(Engine engine) {
        var numbers = List.of(List.of(1, 2, 3), List.of(4, 5, 6));
        assertThat(roundTrip(engine, array(array(INTEGER)), numbers)).isEqualTo(numbers);
        assertThat(roundTrip(engine, array(array(array(INTEGER))), List.of(numbers, numbers)))
                .isEqualTo(List.of(numbers, numbers));
        assertThat(roundTrip(engine, array(array(string(5))),
                List.of(Arrays.asList("a", null), List.of("it's", "\"{,}"))))
                .isEqualTo(List.of(Arrays.asList("a", null), List.of("it's", "\"{,}")));
        var uuids = List.of(List.of(new UUID(1, 2)), List.of(new UUID(3, 4)));
        assertThat(roundTrip(engine, array(array(Types.UUID)), uuids)).isEqualTo(uuids);
        assertThat(roundTrip(engine, array(array(INTEGER)), List.<List<Integer>>of())).isEmpty();
    }

    @DatabaseTest
    void sqlIsWrappedAroundTheValuesOfATypeOfTheUser(Engine engine) {
        assertThat(roundTrip(engine, new Shouted(), "Abc")).isEqualTo("ABC");
        var column = column("v", new Shouted());
        var table = table(engine, column);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(id, 1).values(column, "Abc"));
            connection.execute(insertInto(table).values(id, 2).values(column, literal("Abc", new Shouted())));

            assertThat(connection.count(select(id).where(column.eq("ABC")))).isEqualTo(2);
            assertThat(connection.execute(text("select v from typed")).all())
                    .allSatisfy(row -> assertThat(row.get("v", String.class)).isEqualTo("abc"));
        });
    }
}
