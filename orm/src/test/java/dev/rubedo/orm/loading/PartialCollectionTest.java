package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.batch;
import static dev.rubedo.orm.Orm.immediate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Collections of which a loader option loads only a part. */
class PartialCollectionTest {

    @DatabaseTest
    void everyStrategyLoadsOnlyWhatSatisfiesTheConditions(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        var home = USER.addresses.and(ADDRESS.email.like("%home"));
        var anns = USER.groups.and(GROUP.name.eq("anns"));
        for (var options : List.of(List.of(joined(home), joined(anns)), List.of(selectIn(home), selectIn(anns)),
                List.of(subquery(home), subquery(anns)), List.of(immediate(home), immediate(anns)),
                List.of(batch(home), batch(anns)), List.of(lazy(home), lazy(anns)))) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(select(USER).orderBy(USER.id).options(options.get(0), options.get(1)));

                assertThat(users).hasSize(3).allSatisfy(user -> assertThat(user.addresses()).extracting(Address::email)
                        .containsExactly(user.name() + "@home"));
                assertThat(users).extracting(user -> user.groups().size()).containsExactly(1, 0, 0);
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void theConditionsArePartOfTheStatement(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.all(select(USER).options(selectIn(USER.addresses.and(ADDRESS.email.like("%home")))));

            assertThat(statements).last().hasSql("""
                    SELECT addresses.user_id, addresses.id, addresses.email_address FROM addresses
                    WHERE addresses.user_id IN (?, ?, ?) AND addresses.email_address LIKE ? ORDER BY addresses.id
                    """);
        }
    }

    @DatabaseTest
    void otherValuesAreOtherStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        for (String place : List.of("home", "work", "home")) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(
                        select(USER).options(selectIn(USER.addresses.and(ADDRESS.email.like("%" + place)))));

                assertThat(users).allSatisfy(user -> assertThat(user.addresses()).extracting(Address::email)
                        .containsExactly(user.name() + "@" + place));
            }
        }
    }

    @Test
    void anOptionPrintsAndComparesItsConditions() {
        var home = selectIn(USER.addresses.and(ADDRESS.email.eq("home"))).then(joined(ADDRESS.user));

        assertThat(home).hasToString("User: addresses select-in (where Address.email = ?, user joined)")
                .isEqualTo(selectIn(USER.addresses.and(ADDRESS.email.eq("home"))).then(joined(ADDRESS.user)))
                .isNotEqualTo(selectIn(USER.addresses.and(ADDRESS.email.eq("work"))).then(joined(ADDRESS.user)))
                .isNotEqualTo(selectIn(USER.addresses).then(joined(ADDRESS.user)));
    }

    @Test
    void onlyACollectionIsPartial() {
        assertThatThrownBy(() -> selectIn(ADDRESS.user.and(USER.name.eq("ann"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Only a collection can be loaded partially by conditions.");
        assertThatThrownBy(() -> selectIn(USER.addresses.to(ADDRESS.as("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("takes the relationship without an alias");
    }
}
