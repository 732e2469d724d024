package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DataException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.LoggedStatement;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Aggregates, groups and windows. */
public abstract class AggregateSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void aggregatesOverAllRows() {
        Row row = connection.execute(select(count().as("rows"), count(shop.users.age).as("ages"),
                sum(shop.users.age).as("sum"), min(shop.users.age).as("least"), max(shop.users.name).as("last"))
                .from(shop.users)).one();

        assertThat(row.get("rows", Long.class)).isEqualTo(4L);
        assertThat(row.get("ages", Long.class)).isEqualTo(3L);
        assertThat(row.get("sum", Long.class)).isEqualTo(78L);
        assertThat(row.get("least", Integer.class)).isEqualTo(17);
        assertThat(row.get("last")).isEqualTo("Dan");
    }

    @DatabaseTest
    void valuesOfEveryOrderedTypeHaveAMinimumAndAMaximum(Engine engine) {
        extremes(engine, Types.BOOLEAN, false, true);
        extremes(engine, Types.SMALLINT, (short) -1, (short) 1);
        extremes(engine, Types.BIGINT, -1L, 1L << 40);
        extremes(engine, Types.REAL, -0.5f, 0.5f);
        extremes(engine, Types.DOUBLE, -0.5, 1e30);
        extremes(engine, numeric(10, 2), new BigDecimal("-1.50"), new BigDecimal("10.25"));
        extremes(engine, string(20), "a", "b");
        extremes(engine, Types.DATE, LocalDate.of(1999, 12, 31), LocalDate.of(2024, 2, 29));
        extremes(engine, Types.TIME, LocalTime.of(9, 0), LocalTime.of(10, 30));
        extremes(engine, Types.TIMESTAMP, LocalDateTime.of(2024, 1, 1, 9, 0), LocalDateTime.of(2024, 1, 1, 10, 0));
        extremes(engine, Types.INSTANT, Instant.EPOCH, Instant.parse("2024-02-29T12:00:00Z"));
        extremes(engine, Types.INTERVAL, Duration.ofMinutes(1), Duration.ofHours(1));
        extremes(engine, Types.UUID, new UUID(1, 2), new UUID(1, 3));
        extremes(engine, enumType(DayOfWeek.class), DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
    }

    private static <T> void extremes(Engine engine, SqlType<T> type, T least, T greatest) {
        var metadata = new MetaData();
        var value = column("v", type);
        var group = column("g", Types.INTEGER);
        var table = metadata.table("extremes", value, group);
        metadata.dropAll(engine);
        metadata.createAll(engine);
        engine.inTransaction(connection -> {
            for (var each : List.of(least, greatest, least)) {
                connection.execute(insertInto(table).values(value, each, group, each.equals(least) ? 1 : 2));
            }
            connection.execute(insertInto(table).setNull(value).values(group, 3));
            var filtered = select(min(value).as("a"), max(value).as("b"), min(value).filter(group.eq(2)).as("c"),
                    max(value).filter(group.eq(1)).as("d"), max(value).filter(group.eq(3)).as("e"));
            var row = connection.one(filtered);
            assertThat(List.of(Objects.requireNonNull(row.get("a")), Objects.requireNonNull(row.get("b")),
                    Objects.requireNonNull(row.get("c")), Objects.requireNonNull(row.get("d"))))
                    .as("min and max of %s", type).isEqualTo(List.of(least, greatest, greatest, least));
            assertThat(row.get("e")).isNull();
            assertThat(connection.all(select(min(value).over(partitionBy(group))).where(group.lt(3)).orderBy(group)))
                    .isEqualTo(List.of(least, least, greatest));
            assertThat(connection.all(select(max(value)).groupBy(group).having(max(value).gt(least))))
                    .isEqualTo(List.of(greatest));
        });
        metadata.dropAll(engine);
    }

    @DatabaseTest
    void sumsOfIntegersAreLongsAndSumsOfLongsAreExact(Engine engine) {
        var metadata = new MetaData();
        var tiny = column("tiny", Types.SMALLINT);
        var whole = column("whole", Types.INTEGER);
        var large = column("large", Types.BIGINT);
        var table = metadata.table("amounts", tiny, whole, large);
        metadata.createAll(engine);
        for (int i = 0; i < 3; i++) {
            connection.execute(insertInto(table).values(tiny, Short.MAX_VALUE, whole, Integer.MAX_VALUE, large,
                    (1L << 61) - 1));
        }

        long tinies = connection.one(select(sum(tiny)));
        long wholes = connection.one(select(sum(whole)));
        long running = connection.all(select(sum(whole).over())).getFirst();
        long halves = connection.one(select(sum(whole.times(new BigDecimal("2.0")))));

        assertThat(tinies).isEqualTo(3L * Short.MAX_VALUE);
        assertThat(List.of(wholes, running, halves / 2)).containsOnly(3L * Integer.MAX_VALUE);
        assertThat(connection.one(select(sum(large)))).isEqualTo(3 * ((1L << 61) - 1));
        assertThat(connection.one(select(avg(whole)))).isEqualByComparingTo("2147483647");
        assertThat(connection.one(select(sum(whole)).where(whole.lt(0)))).isNull();
    }

    @DatabaseTest
    void aSumThatDoesNotFitALongIsAnError(Engine engine, StatementLog statements) {
        var metadata = new MetaData();
        var large = column("large", Types.BIGINT);
        var table = metadata.table("amounts", large);
        metadata.createAll(engine);
        engine.inTransaction(other -> other.execute(insertInto(table).rows(List.of(Long.MAX_VALUE, Long.MAX_VALUE),
                (row, value) -> row.set(large, value))));

        statements.clear();
        assertThatThrownBy(() -> connection.one(select(sum(large)))).isInstanceOf(DataException.class);
        assertThat(statements.all()).singleElement().extracting(LoggedStatement::failure).isNotNull();

        if (!engine.dialect().name().equals("sqlite")) {
            connection.rollback();
            assertThat(connection.one(select(sum(large, Types.NUMERIC)))).isEqualByComparingTo("18446744073709551614");
        }
    }

    @DatabaseTest
    void averagesAreDecimal() {
        BigDecimal average = connection.execute(select(avg(shop.users.age)).from(shop.users)).one();

        assertThat(average).isEqualByComparingTo("26");
    }

    @DatabaseTest
    void anAggregateOverNothingIsNullAndACountIsZero() {
        var nobody = shop.users.id.eq(99L);

        assertThat(connection.execute(select(max(shop.users.age)).where(nobody)).one()).isNull();
        assertThat(connection.execute(select(count(shop.users.id)).where(nobody)).one()).isZero();
    }

    @DatabaseTest
    void groupsHaveConditions() {
        var total = sum(shop.orders.total).as("total");
        var query = select(shop.orders.userId, total).groupBy(shop.orders.userId)
                .having(count(shop.orders.id).gt(1L)).orderBy(shop.orders.userId);
        Row row = connection.execute(query).one();

        assertThat(row.get(shop.orders.userId)).isEqualTo(1L);
        assertThat(row.get(total)).isEqualByComparingTo("30.75");
    }

    @DatabaseTest
    void distinctValuesAreCountedOnce() {
        assertThat(connection.execute(select(count(shop.addresses.city).distinct())).one()).isEqualTo(2L);
    }

    @DatabaseTest
    void aFilterRestrictsOneAggregate() {
        Row row = connection.execute(select(count(shop.users.id).as("all"),
                count(shop.users.id).filter(shop.users.age.ge(18)).as("adults"))).one();

        assertThat(row.get("all", Long.class)).isEqualTo(4L);
        assertThat(row.get("adults", Long.class)).isEqualTo(2L);
    }

    @DatabaseTest(requires = Feature.WINDOW_FUNCTIONS)
    void windowsNumberAndAccumulate() {
        var number = rowNumber().over(partitionBy(shop.orders.userId).orderBy(shop.orders.id)).as("number");
        var running = sum(shop.orders.quantity)
                .over(orderBy(shop.orders.id).rows(unboundedPreceding(), currentRow())).as("running");
        var query = select(shop.orders.id, number, running).orderBy(shop.orders.id);

        assertThat(connection.execute(query).all())
                .extracting(row -> row.get("number", Long.class), row -> row.get("running", Long.class))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1L, 1L),
                        org.assertj.core.groups.Tuple.tuple(2L, 3L), org.assertj.core.groups.Tuple.tuple(1L, 6L),
                        org.assertj.core.groups.Tuple.tuple(1L, 10L));
    }

    @DatabaseTest(requires = {Feature.AGGREGATE_FILTER, Feature.AGGREGATE_ORDER_BY})
    void distinctTextsAreJoinedWithAnySeparator(Engine engine) {
        var city = shop.addresses.city;
        engine.inTransaction(connection -> {
            assertThat(connection.one(select(stringAgg(city, "; ").distinct().orderBy(city))))
                    .isEqualTo("Berlin; Paris");
            assertThat(connection.one(select(stringAgg(city, "; ").distinct().orderBy(city)
                    .filter(shop.addresses.id.gt(1L))))).isEqualTo("Paris");
            assertThat(connection.all(select(stringAgg(city, ";").distinct().orderBy(city))
                    .groupBy(shop.addresses.userId).orderBy(shop.addresses.userId)))
                    .containsExactly("Berlin;Paris", "Paris");
        });
    }

    @DatabaseTest(requires = Feature.WINDOW_FUNCTIONS)
    void lagLooksBack() {
        var before = lag(shop.orders.total).over(orderBy(shop.orders.id));

        assertThat(connection.execute(select(before).from(shop.orders).orderBy(shop.orders.id)).all())
                .usingElementComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                .containsExactly(null, new BigDecimal("10.50"), new BigDecimal("20.25"), new BigDecimal("5"));
    }
}
