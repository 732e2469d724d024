package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.EMPLOYEES;
import static dev.rubedo.sql.Shop.ITEMS;
import static dev.rubedo.sql.Shop.ORDERS;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.join;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.AmbiguousForeignKeyException;
import dev.rubedo.error.AmbiguousJoinException;
import dev.rubedo.error.NoForeignKeyException;
import org.junit.jupiter.api.Test;

class JoinTest {
    private final Condition livesThere = USERS.id.eq(ADDRESSES.userId);

    @Test
    void conditionFollowsFromTheForeignKeyInEitherDirection() {
        var usersFirst = new Join(USERS, ADDRESSES, Join.Kind.INNER, livesThere);
        var addressesFirst = new Join(ADDRESSES, USERS, Join.Kind.INNER, livesThere);

        assertThat(select(USERS.name).join(ADDRESSES).froms()).containsExactly(usersFirst);
        assertThat(select(ADDRESSES.city).join(USERS).froms()).containsExactly(addressesFirst);
    }

    @Test
    void noForeignKeyIsAnError() {
        assertThatThrownBy(() -> select(USERS).join(ITEMS).froms()).isInstanceOf(NoForeignKeyException.class)
                .hasMessage("There is no foreign key between \"users\" and \"items\". Give the condition: "
                        + "join(right, condition)");
    }

    @Test
    void severalForeignKeysAreAnError() {
        assertThatThrownBy(() -> select(ORDERS).join(ADDRESSES).froms())
                .isInstanceOf(AmbiguousForeignKeyException.class)
                .hasMessage("There are 2 foreign keys between \"orders\" and \"addresses\": [orders[billing_id], "
                        + "orders[shipping_id]]. Give the condition: join(right, condition)");
    }

    @Test
    void theTableJoinedLastIsLookedAtFirst() {
        var query = select(USERS.name).join(ORDERS).join(ADDRESSES, ORDERS.billing.eq(ADDRESSES.id));

        assertThat(query.froms()).containsExactly(new Join(
                new Join(USERS, ORDERS, Join.Kind.INNER, USERS.id.eq(ORDERS.userId)), ADDRESSES, Join.Kind.INNER,
                ORDERS.billing.eq(ADDRESSES.id)));
    }

    @Test
    void leftSideIsTheOneThatCanBeJoined() {
        var query = select(ITEMS.id, USERS.name).join(ADDRESSES);

        assertThat(query.froms()).containsExactly(new Join(USERS, ADDRESSES, Join.Kind.INNER, livesThere), ITEMS);
    }

    @Test
    void leftSideCanBeNamed() {
        var query = select(ITEMS.id).leftJoinFrom(USERS, ADDRESSES);

        assertThat(query.froms()).containsExactly(new Join(USERS, ADDRESSES, Join.Kind.LEFT, livesThere), ITEMS);
    }

    @Test
    void leftSideInsideAJoinIsFound() {
        var query = select(USERS.name).join(ADDRESSES).joinFrom(USERS, ORDERS);

        assertThat(query.froms()).containsExactly(
                new Join(new Join(USERS, ADDRESSES, Join.Kind.INNER, livesThere), ORDERS, Join.Kind.INNER,
                        USERS.id.eq(ORDERS.userId)));
    }

    @Test
    void nothingOnTheLeftIsAnError() {
        assertThatThrownBy(() -> select(count()).join(USERS).froms()).isInstanceOf(AmbiguousJoinException.class)
                .hasMessage("There is nothing to join \"users\" to. Name the left side with from(...) or "
                        + "joinFrom(...)");
    }

    @Test
    void severalPossibleLeftSidesAreAnError() {
        assertThatThrownBy(() -> select(ADDRESSES.id, ORDERS.id).join(USERS).froms())
                .isInstanceOf(AmbiguousJoinException.class)
                .hasMessage(
                        "Several of [\"addresses\", \"orders\"] can be joined to \"users\". Name the left side with "
                                + "from(...) or joinFrom(...)");
    }

    @Test
    void conditionTellsTheLeftSide() {
        var query = select(ADDRESSES.id, ORDERS.id).join(USERS, ORDERS.userId.eq(USERS.id));

        assertThat(query.froms()).containsExactly(
                new Join(ORDERS, USERS, Join.Kind.INNER, ORDERS.userId.eq(USERS.id)), ADDRESSES);
    }

    @Test
    void fromMayFollowTheJoin() {
        var query = select(count()).join(ADDRESSES).from(USERS);

        assertThat(query.froms()).containsExactly(new Join(USERS, ADDRESSES, Join.Kind.INNER, livesThere));
    }

    @Test
    void aliasesAndSubqueriesCarryForeignKeys() {
        var home = ADDRESSES.as("home");
        var cities = select(ADDRESSES.userId, ADDRESSES.city).subquery("s");

        assertThat(select(USERS.name).join(home).froms()).containsExactly(
                new Join(USERS, home, Join.Kind.INNER, USERS.id.eq(home.column(ADDRESSES.userId))));
        assertThat(select(USERS.name).join(cities).froms()).containsExactly(
                new Join(USERS, cities, Join.Kind.INNER, USERS.id.eq(cities.column(ADDRESSES.userId))));
    }

    @Test
    void subqueriesWithoutTheKeyCarryNone() {
        assertThatThrownBy(() -> select(USERS.name).join(select(ADDRESSES.city).subquery("s")).froms())
                .isInstanceOf(NoForeignKeyException.class);
    }

    @Test
    void tableJoinedWithItselfNeedsACondition() {
        assertThatThrownBy(() -> select(EMPLOYEES).join(EMPLOYEES.as("boss")).froms())
                .isInstanceOf(AmbiguousForeignKeyException.class)
                .hasMessageContaining("[boss[manager_id], employees[manager_id]]");
    }

    @Test
    void lateralSubqueriesAreJoinedOnTrue() {
        var latest = select(ORDERS.id).where(ORDERS.userId.eq(USERS.id)).limit(1).lateral("latest");

        assertThat(select(USERS.name).join(latest).froms())
                .containsExactly(new Join(USERS, latest, Join.Kind.INNER, Sql.trueCondition()));
    }

    @Test
    void joinsCanBeNested() {
        var right = join(ORDERS, USERS);

        assertThat(select(ADDRESSES.id).leftJoin(right, ORDERS.billing.eq(ADDRESSES.id)).froms())
                .containsExactly(new Join(ADDRESSES, right, Join.Kind.LEFT, ORDERS.billing.eq(ADDRESSES.id)));
    }
}
