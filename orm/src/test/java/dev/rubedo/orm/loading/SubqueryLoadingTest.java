package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.bind;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;

/** Loading by a statement that contains the query of the owners. */
class SubqueryLoadingTest {

    @DatabaseTest(except = {"mariadb", "mysql"})
    void aOneToManyJoinsTheQueryOfItsOwners(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(
                    select(USER).where(USER.name.ne("bob")).orderBy(USER.id).options(subquery(USER.addresses)));

            assertThat(statements).last().hasSql("""
                    SELECT addresses.user_id, addresses.id, addresses.email_address
                    FROM (SELECT users.id AS id FROM users WHERE users.name != ?) AS anon_1
                    JOIN addresses ON anon_1.id = addresses.user_id ORDER BY addresses.id
                    """).hasParameters("bob");
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).hasSize(2)
                    .allSatisfy(address -> assertThat(address.user()).isSameAs(user)));
        }
    }

    @DatabaseTest(only = "sqlite")
    void aManyToManyJoinsItsJoinTable(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.all(select(USER).options(subquery(USER.groups)));

            assertThat(statements).last().hasSql("""
                    SELECT user_group.user_id, groups.id, groups.name FROM (SELECT users.id AS id FROM users) AS anon_1
                    JOIN user_group ON anon_1.id = user_group.user_id JOIN groups ON groups.id = user_group.group_id
                    """);
        }
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void aManyToOneSelectsEachForeignKeyOnce(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session.all(select(ADDRESS).options(subquery(ADDRESS.user)));

            assertThat(statements).last().hasSql("""
                    SELECT users.id, users.name, users.age FROM (SELECT DISTINCT addresses.user_id AS user_id FROM addresses)
                    AS anon_1 JOIN users ON anon_1.user_id = users.id
                    """);
            assertThat(addresses).allSatisfy(address -> assertThat(address.email()).startsWith(address.user().name()));
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aLimitedQueryIsContainedAsItIs(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(
                    select(USER).orderBy(USER.name.desc()).limit(2).options(subquery(USER.addresses)));

            assertThat(users).extracting(User::name).containsExactly("cyd", "bob");
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aSubqueryFollowsASubquery(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).where(USER.name.eq("ann"))
                    .options(subquery(USER.groups).then(subquery(GROUP.users))));

            assertThat(statements).hasCount(3);
            assertThat(users).singleElement().satisfies(user -> assertThat(user.groups())
                    .singleElement().satisfies(group -> assertThat(group.users()).containsExactly(user)));
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void aSubqueryFollowsAJoin(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session
                    .all(select(ADDRESS).options(joined(ADDRESS.user).then(subquery(USER.groups))));

            assertThat(statements).hasCount(2);
            assertThat(addresses).allSatisfy(address -> assertThat(address.user().groups()).hasSize(1));
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void ownersThatWereLoadedByKeysAreFoundByKeys(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Address> addresses = session
                    .all(select(ADDRESS).options(selectIn(ADDRESS.user).then(subquery(USER.groups))));

            assertThat(statements).hasCount(3);
            assertThat(addresses).allSatisfy(address -> assertThat(address.user().groups()).hasSize(1));
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void namedParametersAreBoundAgain(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            var byName = select(USER).where(USER.name.eq(bind("name", Types.TEXT))).options(subquery(USER.addresses));

            assertThat(session.execute(byName, Map.of("name", "ann")).all()).singleElement()
                    .satisfies(user -> assertThat(user.addresses()).extracting(Address::email)
                            .containsExactly("ann@home", "ann@work"));
            assertThat(session.execute(byName, Map.of("name", "cyd")).all()).singleElement()
                    .satisfies(user -> assertThat(user.addresses()).extracting(Address::email)
                            .containsExactly("cyd@home", "cyd@work"));
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest
    void otherValuesOfTheSameQueryAreThoseOfTheSubquery(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            for (String name : Filled.NAMES) {
                List<User> users = session.all(
                        select(USER).where(USER.name.eq(name)).options(subquery(USER.addresses)));
                assertThat(users).singleElement().satisfies(user -> assertThat(user.addresses()).hasSize(2));
            }
            assertThat(statements).hasCount(6);
        }
    }

    @DatabaseTest
    void aQueryThatLocksRowsIsNotRepeated(Engine engine, StatementLog statements) {
        assumeTrue(engine.dialect().supports(Feature.ROW_LOCKS));
        try (Session session = Filled.shop(engine, statements).open()) {
            List<User> users = session.all(select(USER).forUpdate().options(subquery(USER.addresses)));

            assertThat(users).hasSize(3).allSatisfy(user -> assertThat(user.addresses()).hasSize(2));
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void getFindsByTheKey(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1, subquery(USER.addresses));

            assertThat(statements).hasCount(2);
            assertThat(ann.addresses()).hasSize(2);
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aSelfReferenceIsJoinedWithItself(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            List<Node> nodes = session.all(select(NODE).orderBy(NODE.id).options(subquery(NODE.children)));

            assertThat(nodes).extracting(node -> node.children().size()).containsExactly(1, 1, 1, 0);
            assertThat(statements).hasCount(2);
        }
    }
}
