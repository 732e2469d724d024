package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.subquery;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Collections of which only the first targets of each owner are loaded. */
class LimitedCollectionTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Filled.shop(engine, statements);
        sessions.inTransaction(session -> {
            for (User user : session.all(select(USER).orderBy(USER.id))) {
                for (int i = 0; i < 3; i++) {
                    user.addresses().add(new Address(user.name() + i + "@example.com"));
                    user.groups().add(new Group(user.name() + " " + i));
                }
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void theFirstTargetsOfEachOwnerAreLoaded(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id)
                    .options(selectIn(USER.addresses).limit(3).then(joined(ADDRESS.user))));

            assertThat(users).hasSize(3).allSatisfy(user -> {
                assertThat(user.addresses()).hasSize(3);
                assertThat(user.addresses()).isSortedAccordingTo((one, two) -> Long.compare(one.id(), two.id()));
                assertThat(user.addresses().get(2).email()).isEqualTo(user.name() + "0@example.com");
            });
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aManyToManyAndASingleOwnerAreLimitedToo(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id).options(selectIn(USER.groups).limit(2)));
            assertThat(users).allSatisfy(user -> assertThat(user.groups()).hasSize(2));
            session.detachAll();
            User one = session.one(select(USER).where(USER.id.eq(2L)).options(selectIn(USER.addresses).limit(4),
                    selectIn(USER.groups).limit(1)));
            assertThat(one.addresses()).hasSize(4);
            assertThat(one.groups()).hasSize(1);
        }
    }

    @DatabaseTest
    void conditionsAndLevelsBelowCombineWithALimit(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id)
                    .options(selectIn(USER.addresses.and(ADDRESS.email.like("%.com"))).limit(2)));
            assertThat(users).allSatisfy(user -> assertThat(user.addresses()).extracting(Address::email)
                    .containsExactly(user.name() + "0@example.com", user.name() + "1@example.com"));

            Node root = new Node("root");
            for (String child : List.of("a", "b", "c")) {
                Node node = new Node(child);
                root.children().add(node);
                node.children().addAll(List.of(new Node(child + 1), new Node(child + 2)));
            }
            session.add(root);
            session.commit();
            session.detachAll();
            Node read = session.one(select(NODE).where(NODE.label.eq("root"), NODE.id.gt(4L))
                    .options(selectIn(NODE.children).limit(2).then(selectIn(NODE.children).limit(1))));
            statements.clear();
            assertThat(read.children()).hasSize(2).allSatisfy(child -> assertThat(child.children()).hasSize(1));
            assertThat(statements).hasCount(0);
        }
    }

    @DatabaseTest(only = "sqlite")
    void targetsAreNumberedByTheDatabase(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.all(select(USER).options(selectIn(USER.addresses).limit(2)));
            assertThat(statements).last().hasSql("""
                    SELECT anon_1.user_id, anon_1.id, anon_1.email_address
                    FROM (SELECT addresses.user_id AS user_id, addresses.id AS id, addresses.email_address AS email_address,
                    row_number() OVER (PARTITION BY addresses.user_id ORDER BY addresses.id) AS number_
                    FROM addresses WHERE addresses.user_id IN (?, ?, ?)) AS anon_1
                    WHERE anon_1.number_ <= ? ORDER BY anon_1.number_
                    """);
            session.detachAll();
            session.all(select(USER).where(USER.id.eq(1L)).options(selectIn(USER.addresses).limit(2)));
            assertThat(statements).last().hasSql("""
                    SELECT addresses.id, addresses.email_address, addresses.user_id FROM addresses
                    WHERE ? = addresses.user_id ORDER BY addresses.id LIMIT ? OFFSET ?
                    """);
            session.detachAll();
            assertThat(session.all(select(USER).options(selectIn(USER.addresses).limit(2), subquery(USER.addresses))))
                    .allSatisfy(user -> assertThat(user.addresses()).hasSize(5));
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatCannotBeLimitedIsRefused(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThatThrownBy(() -> selectIn(USER.addresses).limit(0))
                    .hasMessage("limit is 0. It must be at least 1.");
            assertThatThrownBy(() -> selectIn(ADDRESS.user).limit(1))
                    .hasMessageContaining("has one target, so there is nothing to limit.");
            assertThatThrownBy(() -> session.all(select(USER).options(
                    selectIn(USER.groups).limit(1).then(joined(GROUP.users)))))
                    .hasMessageContaining("targets load a collection by a join, which repeats their rows");
        }
    }
}
