package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import java.math.BigDecimal;
import java.util.Comparator;
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

    @DatabaseTest(requires = Feature.WINDOW_FUNCTIONS)
    void lagLooksBack() {
        var before = lag(shop.orders.total).over(orderBy(shop.orders.id));

        assertThat(connection.execute(select(before).from(shop.orders).orderBy(shop.orders.id)).all())
                .usingElementComparator(Comparator.nullsFirst(BigDecimal::compareTo))
                .containsExactly(null, new BigDecimal("10.50"), new BigDecimal("20.25"), new BigDecimal("5"));
    }
}
