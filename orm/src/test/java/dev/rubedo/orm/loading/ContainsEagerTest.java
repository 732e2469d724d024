package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Relationships that are read from the joins of the statement itself. */
class ContainsEagerTest {

    @DatabaseTest(only = "sqlite")
    void aCollectionHasTheTargetsOfTheRows(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).join(USER.addresses).where(ADDRESS.email.like("%home"))
                    .orderBy(USER.id).options(containsEager(USER.addresses)));

            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age, addresses.id AS id_1, addresses.email_address, addresses.user_id
                    FROM users JOIN addresses ON users.id = addresses.user_id WHERE addresses.email_address LIKE ? ORDER BY users.id
                    """);
            assertThat(users).hasSize(3).allSatisfy(user -> assertThat(user.addresses())
                    .extracting(Address::email).containsExactly(user.name() + "@home"));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void eachOwnerIsReturnedOnceWithAllItsTargets(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.add(new User("dan"));
            List<User> users = session.all(select(USER).leftJoin(USER.addresses).orderBy(USER.id, ADDRESS.id.desc())
                    .options(containsEager(USER.addresses)));

            assertThat(users).hasSize(4);
            assertThat(users.get(0).addresses()).extracting(Address::email).containsExactly("ann@work", "ann@home");
            assertThat(users.get(3).addresses()).isEmpty();
        }
    }

    @DatabaseTest
    void ownersThatComeInTurnAreFoundAgain(Engine engine, StatementLog statements) {
        var inTurn = select(USER).join(USER.addresses).orderBy(ADDRESS.id.modulo(2), ADDRESS.id)
                .options(containsEager(USER.addresses));
        SessionFactory sessions = Filled.shop(engine, statements);
        try (Session session = sessions.open()) {
            assertCompleteOnce(session.all(inTurn));
        }
        try (Session session = sessions.open()) {
            User known = session.all(select(USER).orderBy(USER.id)).get(1);
            List<User> users = session.all(inTurn);
            assertThat(users).contains(known);
            assertCompleteOnce(users);
        }
    }

    private static void assertCompleteOnce(List<User> users) {
        assertThat(users).hasSize(3).doesNotHaveDuplicates().allSatisfy(
                user -> assertThat(user.addresses()).extracting(Address::email).doesNotHaveDuplicates()
                        .allMatch(email -> email.startsWith(user.name() + "@")));
        assertThat(users).extracting(user -> user.addresses().size()).containsExactlyInAnyOrder(2, 2, 2);
    }

    @DatabaseTest
    void anAliasIsNamedInTheOptionToo(Engine engine, StatementLog statements) {
        var home = ADDRESS.as("home");
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).join(USER.addresses.to(home)).where(home.email.like("%home"))
                    .options(containsEager(USER.addresses.to(home))));

            assertThat(users).hasSize(3).allSatisfy(user -> assertThat(user.addresses()).hasSize(1));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void aToOnePathIsReadToo(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session.all(select(ADDRESS).where(ADDRESS.user().name.eq("ann"))
                    .options(containsEager(ADDRESS.user.to(ADDRESS.user()))));

            assertThat(addresses).hasSize(2).allSatisfy(address -> assertThat(address.user().name()).isEqualTo("ann"));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void severalLevelsAreRead(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session.all(select(ADDRESS).join(ADDRESS.user).join(USER.groups)
                    .where(GROUP.name.ne("bobs"))
                    .options(containsEager(ADDRESS.user).then(containsEager(USER.groups))));

            assertThat(addresses).hasSize(4).allSatisfy(address -> assertThat(address.user().groups()).hasSize(1));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void otherStrategiesFollow(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session.all(select(ADDRESS).join(ADDRESS.user).where(USER.name.ne("bob"))
                    .options(containsEager(ADDRESS.user).then(selectIn(USER.groups), joined(USER.profile))));

            assertThat(statements).hasCount(2);
            assertThat(addresses).hasSize(4).allSatisfy(address -> {
                assertThat(address.user().groups()).hasSize(1);
                assertThat(address.user().profile()).isNotNull();
            });
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aLimitCountsTheRowsOfTheStatement(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).join(USER.addresses).orderBy(ADDRESS.id).limit(3)
                    .options(containsEager(USER.addresses)));

            assertThat(users).extracting(user -> user.addresses().size()).containsExactly(2, 1);
        }
    }

    @DatabaseTest
    void aLimitWithAnotherJoinedCollectionKeepsTheRowsOfTheStatement(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).join(USER.addresses).orderBy(ADDRESS.id).limit(3)
                    .options(containsEager(USER.addresses), joined(USER.groups)));

            assertThat(users).extracting(user -> user.addresses().size()).containsExactly(2, 1);
            assertThat(users).allSatisfy(user -> assertThat(user.groups()).hasSize(1));
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void whatIsLoadedIsKeptUnlessPopulated(Engine engine, StatementLog statements) {
        var some = select(USER).join(USER.addresses).where(ADDRESS.email.like("%home"))
                .options(containsEager(USER.addresses));
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1);
            assertThat(ann.addresses()).hasSize(2);

            session.all(some);
            assertThat(ann.addresses()).hasSize(2);
            session.all(some.options(populateExisting()));
            assertThat(ann.addresses()).hasSize(1);
        }
    }

    @DatabaseTest
    void whatTheStatementDoesNotJoinCannotBeRead(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            assertThatThrownBy(() -> session.all(select(USER).options(containsEager(USER.addresses))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("containsEager(...) reads \"Address\" from the rows of the statement, which does not "
                            + "join it. Join it over the relationship, or load it with joined(...).");
            assertThatThrownBy(() -> session.require(USER, 1, containsEager(USER.addresses)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessage(
                            "containsEager(...) reads the rows of a query that joins, but get(...) joins nothing. "
                                    + "Use joined(...).");
        }
    }

    @Test
    void itOnlyFollowsItself() {
        assertThatThrownBy(() -> selectIn(USER.groups).then(containsEager(GROUP.users)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can only follow another containsEager(...)");
    }
}
