package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.aliased;
import static dev.rubedo.orm.Orm.aliasedByName;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.unionAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.function.Consumer;

/** Entities whose rows are those of a subquery or a common table expression, and anonymous aliases. */
class DerivedEntityTest {

    /** Users ann (30), bob (20) and cyd (10), each with an address. */
    private static void with(Engine engine, StatementLog statements, Consumer<Session> work) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            int age = 30;
            for (String name : List.of("ann", "bob", "cyd")) {
                User user = new User(name).age(age);
                user.addresses().add(new Address(name + "@x"));
                session.add(user);
                age -= 10;
            }
        });
        statements.clear();
        try (Session session = sessions.open()) {
            work.accept(session);
        }
    }

    @DatabaseTest
    void theRowsOfASubqueryAreObjects(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var oldest = select(USER).orderBy(USER.age.desc()).limit(2).subquery("oldest");
            var old = aliased(USER, oldest);

            List<User> users = session.all(select(old).where(old.age.lt(30)));
            assertThat(users).extracting(User::name).containsExactly("bob");
            assertThat(users.get(0)).isSameAs(session.require(USER, 2));
            assertThat(session.all(select(old).orderBy(old.age).options(selectIn(old.addresses))))
                    .extracting(user -> user.addresses().get(0).email()).containsExactly("bob@x", "ann@x");
            assertThat(session.all(select(old).orderBy(old.age).options(joined(old.addresses)))).hasSize(2);
            assertThat(session.all(select(old.name, ADDRESS.email).join(old.addresses).orderBy(old.name)))
                    .extracting(row -> row.get(ADDRESS.email)).containsExactly("ann@x", "bob@x");
            assertThat(session.all(select(USER.name).join(old, old.id.eq(USER.id)).orderBy(USER.id)))
                    .containsExactly("ann", "bob");
            assertThat(session.all(select(old.name).where(old.addresses.any(ADDRESS.email.eq("bob@x")))))
                    .containsExactly("bob");
        });
    }

    @DatabaseTest(only = "sqlite")
    void thePathsOfASubqueryJoinNothingInTheQueryAroundIt(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var owners = select(ADDRESS.user().name.as("owner"), count(ADDRESS.id).as("addresses"))
                    .groupBy(ADDRESS.user().name).cte("owners");
            List<String> names = session.all(select(owners.column("owner", String.class))
                    .where(owners.column("addresses", Long.class).eq(1L))
                    .orderBy(owners.column("owner", String.class)));
            assertThat(names).containsExactly("ann", "bob", "cyd");

            var both = unionAll(select(ADDRESS.user().name.as("word")), select(ADDRESS.email)).subquery("both");
            assertThat(session.all(select(both.column("word", String.class)))).hasSize(6);

            var again = owners.as("again");
            assertThat(session.all(select(again.column("owner", String.class)))).hasSize(3);

            assertThat(statements).containsExactly("""
                    WITH owners AS (SELECT users_1.name AS owner, count(addresses.id) AS addresses FROM addresses
                    JOIN users AS users_1 ON users_1.id = addresses.user_id GROUP BY users_1.name)
                    SELECT owners.owner FROM owners WHERE owners.addresses = ? ORDER BY owners.owner
                    """, """
                    SELECT both.word FROM (SELECT users_1.name AS word FROM addresses
                    JOIN users AS users_1 ON users_1.id = addresses.user_id
                    UNION ALL SELECT addresses.email_address AS email_address FROM addresses) AS both
                    """, """
                    WITH owners AS (SELECT users_1.name AS owner, count(addresses.id) AS addresses FROM addresses
                    JOIN users AS users_1 ON users_1.id = addresses.user_id GROUP BY users_1.name)
                    SELECT again.owner FROM owners AS again
                    """);
        });
    }

    @DatabaseTest(only = "sqlite")
    void theColumnsAreThoseOfTheSubquery(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var old = aliased(USER, select(USER).where(USER.age.gt(15)).subquery("s"));
            session.all(select(old).where(old.name.ne("x")));
            session.all(select(aliased(USER)));

            assertThat(statements).containsExactly("""
                    SELECT s.id, s.name, s.age FROM
                    (SELECT users.id AS id, users.name AS name, users.age AS age FROM users WHERE users.age > ?) AS s WHERE s.name != ?
                    """, """
                    SELECT users_1.id, users_1.name, users_1.age FROM users AS users_1
                    """);
        });
    }

    @DatabaseTest
    void otherValuesAreOtherRows(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            for (int age : List.of(5, 15, 25)) {
                var old = aliased(USER, select(USER).where(USER.age.gt(age)).subquery("s"));
                assertThat(session.all(select(old.name))).hasSize(3 - age / 10);
            }
        });
    }

    @DatabaseTest
    void aUnionAndACommonTableExpressionToo(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var both = aliased(USER, unionAll(select(USER).where(USER.age.eq(10)), select(USER).where(USER.age.eq(30)))
                    .subquery("both"));
            assertThat(session.all(select(both).orderBy(both.age))).extracting(User::name).containsExactly("cyd",
                    "ann");
            var young = aliased(USER, select(USER).where(USER.age.lt(25)).cte("young"));
            assertThat(session.all(select(young).where(young.age.gt(15)))).extracting(User::name)
                    .containsExactly("bob");
        });
    }

    @DatabaseTest
    void columnsThatAreNotThereAreLoadedOnAccess(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var some = aliased(USER, select(USER.id, USER.name).subquery("some"));
            List<User> users = session.all(select(some).orderBy(some.id));
            assertThat(InstanceState.of(users.get(0)).unloaded()).contains("age");
            assertThat(users).extracting(User::age).containsExactly(30, 20, 10);
            assertThatThrownBy(() -> session.all(select(some).where(some.age.gt(1))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage(
                            "\"some\" stands for \"User\", but does not select its column \"age\". It has [id, name].");
            var without = aliased(USER, select(USER.name).subquery("without"));
            assertThatThrownBy(() -> session.all(select(without))).isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("does not select its column \"id\"");
        });
    }

    @DatabaseTest
    void columnsCanBeFoundByName(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var named = aliasedByName(USER, select(ADDRESS.userId.as("id"), ADDRESS.email.as("name")).subquery("n"));
            assertThat(session.all(select(named.id, named.name).orderBy(named.id)))
                    .extracting(row -> row.get(named.name))
                    .containsExactly("ann@x", "bob@x", "cyd@x");
        });
    }

    @DatabaseTest
    void anonymousAliasesAreDifferent(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var one = aliased(USER);
            var other = aliased(USER);
            assertThat(one).isNotEqualTo(other);
            assertThat(session.all(select(one.name, other.name).join(other, other.age.lt(one.age)).orderBy(one.name,
                    other.name))).extracting(row -> row.get(one.name) + row.get(other.name)).containsExactly("annbob",
                            "anncyd", "bobcyd");
            assertThat(session.all(select(one).where(one.addresses.any(ADDRESS.email.eq("bob@x"))))).hasSize(1);
        });
    }

    @DatabaseTest
    void criteriaApplyInsideTheSubquery(Engine engine, StatementLog statements) {
        with(engine, statements, session -> {
            var all = aliased(USER, select(USER.id, USER.name).subquery("a"));
            assertThat(session.all(select(all.name).options(withCriteria(USER, user -> user.age.gt(15)))
                    .orderBy(all.name))).containsExactly("ann", "bob");
        });
    }
}
