package dev.rubedo.sql;

import static dev.rubedo.sql.Shop.ADDRESSES;
import static dev.rubedo.sql.Shop.EMPLOYEES;
import static dev.rubedo.sql.Shop.ITEMS;
import static dev.rubedo.sql.Shop.ORDERS;
import static dev.rubedo.sql.Shop.USERS;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.exists;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.InvalidStatementException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FromListTest {
    @Test
    void tablesComeFromTheSelectListThenFromConditions() {
        var query = select(ADDRESSES.city, USERS.name).where(ORDERS.userId.eq(USERS.id));

        assertThat(query.froms()).containsExactly(ADDRESSES, USERS, ORDERS);
    }

    @Test
    void orderAndGroupsBringNoTables() {
        var query = select(USERS.name).orderBy(ADDRESSES.city).groupBy(ORDERS.id).having(ITEMS.id.gt(1));

        assertThat(query.froms()).containsExactly(USERS);
    }

    @Test
    void namedTablesComeFirst() {
        assertThat(select(USERS.name).from(ITEMS).froms()).containsExactly(ITEMS, USERS);
    }

    @Test
    void nothingSelectedFromNothing() {
        assertThat(select(literal(1)).froms()).isEmpty();
    }

    @Test
    void joinsHideTheirSides() {
        var query = select(USERS.name, ADDRESSES.city, ITEMS.id).join(ADDRESSES, USERS.id.eq(ADDRESSES.userId));

        assertThat(query.froms()).containsExactly(
                new Join(USERS, ADDRESSES, Join.Kind.INNER, USERS.id.eq(ADDRESSES.userId)), ITEMS);
    }

    @Test
    void subqueriesKeepTheirTables() {
        var total = select(count(ORDERS.id)).where(ORDERS.userId.eq(USERS.id)).scalar();

        assertThat(select(USERS.name, total).where(exists(ADDRESSES.userId.eq(USERS.id))).froms())
                .containsExactly(USERS);
    }

    @Test
    void subqueriesTakeWhatTheStatementAroundHas() {
        var inner = select(count(ORDERS.id)).where(ORDERS.userId.eq(USERS.id));

        assertThat(FromList.inside(inner, Set.of(USERS), Set.of(USERS))).containsExactly(ORDERS);
    }

    @Test
    void subqueriesKeepTheirOnlyTable() {
        var inner = select(USERS.id).where(USERS.name.eq("x"));

        assertThat(FromList.inside(inner, Set.of(USERS), Set.of(USERS))).containsExactly(USERS);
    }

    @Test
    void subqueriesThatGiveEverythingAwayAreRefused() {
        var inner = select(USERS.id, ORDERS.id);

        assertThatThrownBy(() -> FromList.inside(inner, Set.of(USERS, ORDERS), Set.of(USERS, ORDERS)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessage(
                        "A subquery correlates all its tables to the enclosing statement, so that nothing is left in its "
                                + "FROM. Specify with correlate(...) which tables to correlate: [users, orders]");
    }

    @Test
    void correlationCanBeSaid() {
        var inner = select(USERS.id, ORDERS.id);
        Set<FromClause> around = Set.of(USERS, ORDERS);

        assertThat(FromList.inside(inner.correlate(USERS), around, around)).containsExactly(ORDERS);
        assertThat(FromList.inside(inner.correlate(), around, around)).containsExactly(USERS, ORDERS);
        assertThat(FromList.inside(inner.correlateExcept(USERS), around, around)).containsExactly(USERS);
    }

    @Test
    void updatesAndDeletesReadWhatTheirConditionsName() {
        assertThat(FromList.besides(update(USERS).set(USERS.name, ADDRESSES.city).where(USERS.id.eq(ORDERS.userId))))
                .containsExactly(ORDERS, ADDRESSES);
        assertThat(FromList.besides(deleteFrom(USERS).where(USERS.id.eq(ADDRESSES.userId)))).containsExactly(ADDRESSES);
    }

    @Test
    void equalAliasesAreOneTable() {
        var query = select(EMPLOYEES.as("e").column(EMPLOYEES.name))
                .where(EMPLOYEES.as("e").column(EMPLOYEES.id).eq(1));

        assertThat(query.froms()).isEqualTo(List.of(EMPLOYEES.as("e")));
    }

    @Test
    void anonymousAliasesAreTables() {
        var one = EMPLOYEES.as();
        var other = EMPLOYEES.as();

        assertThat(select(one.column(EMPLOYEES.id), other.column(EMPLOYEES.id)).froms()).containsExactly(one, other);
    }
}
