package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Updating and deleting. */
public abstract class UpdateDeleteSuite {

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
    void anUpdateCountsTheRowsItFound() {
        var result = connection.execute(
                update(shop.users).set(shop.users.age, shop.users.age.plus(1)).where(shop.users.age.lt(30)));

        assertThat(result.rowCount()).isEqualTo(2);
        assertThat(ages()).containsExactly(36, 18, 26, null);
    }

    @DatabaseTest
    void anUpdateThatChangesNothingStillCountsWhatItFound() {
        var result = connection.execute(update(shop.users).set(shop.users.name, "Ada").where(shop.users.id.eq(1L)));

        assertThat(result.rowCount()).isEqualTo(1);
    }

    @DatabaseTest
    void anUpdateThatFindsNothingCountsNone() {
        var result = connection.execute(update(shop.users).set(shop.users.name, "X").where(shop.users.id.eq(99L)));

        assertThat(result.rowCount()).isZero();
    }

    @DatabaseTest
    void nullIsSetOnRequestAndAbsentValuesAreLeftAlone() {
        String absent = null;

        connection.execute(update(shop.users).setNull(shop.users.age).setIfPresent(shop.users.name, absent)
                .where(shop.users.id.eq(1L)));

        assertThat(ages()).containsExactly(null, 17, 25, null);
        assertThat(connection.execute(select(shop.users.name).where(shop.users.id.eq(1L))).one()).isEqualTo("Ada");
    }

    @DatabaseTest
    void aValueMayBeASubquery() {
        var orders = select(sum(shop.orders.quantity, INTEGER)).where(shop.orders.userId.eq(shop.users.id)).scalar();

        connection.execute(update(shop.users).set(shop.users.age, orders).where(shop.users.id.eq(1L)));

        assertThat(ages()).startsWith(3);
    }

    @DatabaseTest(requires = Feature.UPDATE_RETURNING)
    void anUpdateReturnsWhatItWrote() {
        List<Integer> quantities = connection
                .execute(update(shop.orders).set(shop.orders.quantity, shop.orders.quantity.times(2))
                        .where(shop.orders.id.eq(2L)).returning(shop.orders.quantity))
                .all();

        assertThat(quantities).containsExactly(4);
    }

    @DatabaseTest(requires = Feature.UPDATE_FROM)
    void anUpdateReadsAnotherTable() {
        connection.execute(update(shop.users).set(shop.users.email, shop.addresses.city).from(shop.addresses)
                .where(shop.addresses.userId.eq(shop.users.id), shop.addresses.id.eq(3L)));

        assertThat(connection.execute(select(shop.users.email).where(shop.users.id.eq(2L))).one()).isEqualTo("Paris");
    }

    @DatabaseTest
    void aDeleteCountsWhatItRemoved() {
        var result = connection.execute(deleteFrom(shop.orders).where(shop.orders.userId.eq(1L)));

        assertThat(result.rowCount()).isEqualTo(2);
        assertThat(connection.execute(select(shop.orders.id).orderBy(shop.orders.id)).all()).containsExactly(3L, 4L);
    }

    @DatabaseTest(requires = Feature.DELETE_RETURNING)
    void aDeleteReturnsWhatItRemoved() {
        List<Long> ids = connection
                .execute(deleteFrom(shop.orders).where(shop.orders.id.eq(4L)).returning(shop.orders.userId)).all();

        assertThat(ids).containsExactly(3L);
    }

    @DatabaseTest
    void aDeleteChoosesBySubquery() {
        var parisians = select(shop.addresses.userId).where(shop.addresses.city.eq("Paris"));

        connection.execute(deleteFrom(shop.orders).where(shop.orders.userId.in(parisians)));

        assertThat(connection.execute(select(shop.orders.id)).all()).containsExactly(4L);
    }

    @DatabaseTest(requires = Feature.READ_OF_CHANGED_TABLE)
    void subqueriesReadTheTableThatIsChanged() {
        var orders = shop.orders;
        var other = orders.as("o");
        var userId = other.column(orders.userId);
        long users = connection.execute(select(count(orders.userId).distinct())).one();

        connection.execute(deleteFrom(orders)
                .where(orders.id.notIn(select(min(other.column(orders.id))).groupBy(userId))));
        assertThat(connection.execute(select(count(orders.id))).one()).isEqualTo(users).isGreaterThan(1);

        connection.execute(update(orders).set(orders.userId, select(max(userId)).scalar()));
        assertThat(connection.execute(select(count(orders.userId).distinct())).one()).isEqualTo(1);
    }

    @DatabaseTest(requires = {Feature.FOREIGN_KEYS, Feature.ON_DELETE_ACTION})
    void aDeleteCascadesWhereTheForeignKeySaysSo() {
        connection.execute(deleteFrom(shop.orders));
        connection.execute(deleteFrom(shop.users).where(shop.users.id.eq(1L)));

        assertThat(connection.execute(select(shop.addresses.id)).all()).containsExactly(3L);
    }

    @DatabaseTest
    void anAliasIsUpdatedAndDeletedFrom() {
        var user = shop.users.as("u", Shop.Users::new);
        var order = shop.orders.as("o", metadata -> new Shop.Orders(metadata, shop.users));

        connection.execute(update(user).set(user.age, user.age.plus(1)).where(user.age.gt(20)));
        connection.execute(deleteFrom(order).where(order.userId.eq(1L), order.quantity.ge(2)));

        assertThat(ages()).containsExactly(37, 17, 26, null);
        assertThat(connection.execute(select(shop.orders.id).orderBy(shop.orders.id)).all()).containsExactly(1L, 3L,
                4L);
    }

    @DatabaseTest(requires = Feature.UPDATE_FROM)
    void anAliasIsUpdatedFromAnotherTable() {
        var user = shop.users.as("u", Shop.Users::new);

        connection.execute(update(user).set(user.email, shop.addresses.city).where(
                shop.addresses.userId.eq(user.id), shop.addresses.id.eq(3L)));

        assertThat(connection.execute(select(shop.users.email).where(shop.users.id.eq(2L))).one()).isEqualTo("Paris");
    }

    @DatabaseTest(requires = Feature.DELETE_USING)
    void anAliasIsDeletedFromNextToAnotherTable() {
        var order = shop.orders.as("o", metadata -> new Shop.Orders(metadata, shop.users));

        connection.execute(deleteFrom(order).where(order.userId.eq(shop.users.id), shop.users.name.eq("Ada")));

        assertThat(connection.execute(select(shop.orders.id).orderBy(shop.orders.id)).all()).containsExactly(3L, 4L);
    }

    @DatabaseTest
    void aNewValueIsThatOfAnotherColumnOfTheSameUpdate() {
        var users = shop.users;

        connection.execute(update(users).set(users.email, newValue(users.name).concat("@example.com"))
                .set(users.name, upper(users.name)).where(users.id.eq(1L)));
        connection.execute(update(users).set(users.email, newValue(users.name).concat("!")).where(users.id.eq(2L)));
        connection.execute(update(users).set(users.age, 40).set(users.name,
                caseWhen(newValue(users.age).gt(30), "old").otherwise("young")).where(users.id.eq(3L)));

        assertThat(connection.execute(select(users.name, users.email).where(users.id.le(3L)).orderBy(users.id)).stream()
                .map(row -> row.get(users.name) + " " + row.get(users.email)))
                .containsExactly("ADA ADA@example.com", "Ben Ben!", "old null");
    }

    @DatabaseTest
    void parametersAreNamedAfterTheirColumns() {
        connection.execute(update(shop.users).parameters(shop.users.age, shop.users.name)
                .where(shop.users.id.eq(bind("key", BIGINT))), Map.of("age", 50, "name", "Adele", "key", 1L));

        assertThat(ages()).containsExactly(50, 17, 25, null);
        assertThat(connection.execute(select(shop.users.name).where(shop.users.id.eq(1L))).one()).isEqualTo("Adele");
    }

    private List<@Nullable Integer> ages() {
        return connection.execute(select(shop.users.age).orderBy(shop.users.id)).all();
    }
}
