package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.immediate;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.loadAll;
import static dev.rubedo.orm.Orm.raiseAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.through;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Group_.GROUP;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.Loading;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.query.LoaderOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options beyond the strategy: depth, inner joins, and what applies to every relationship. */
class LoaderOptionTest {

    private static int depth(StatementLog statements, Node root) {
        int before = statements.texts().size();
        int depth = 0;
        Node node = root;
        while (!node.children().isEmpty() && statements.texts().size() == before) {
            node = node.children().get(0);
            depth++;
        }
        return depth;
    }

    private static Node root(Session session, LoaderOption<Node, Node> option) {
        return session.one(select(NODE).where(NODE.label.eq("root")).options(option));
    }

    @DatabaseTest
    void selectInLoadsAsManyLevelsAsItsDepth(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            Node root = root(session, selectIn(NODE.children).depth(2));

            assertThat(statements).hasCount(3);
            assertThat(depth(statements, root)).isEqualTo(2);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aChainMayBeLongerThanTheStack(Engine engine, StatementLog statements) throws InterruptedException {
        try (Session session = Filled.shop(engine, statements).open()) {
            Node last = new Node("chain");
            session.add(last);
            for (int i = 1; i < 1000; i++) {
                Node next = new Node("link");
                last.children().add(next);
                last = next;
            }
            session.commit();
            session.detachAll();
            List<Node> loaded = new ArrayList<>();
            Thread small = new Thread(null, () -> loaded.add(session.one(select(NODE).where(NODE.label.eq("chain"))
                    .options(selectIn(NODE.children).anyDepth()))), "a small stack", 256 * 1024);

            small.start();
            small.join();

            assertThat(loaded).hasSize(1);
            assertThat(depth(statements, loaded.get(0))).isEqualTo(999);
        }
    }

    @DatabaseTest
    void selectInLoadsAllLevels(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            Node root = root(session, selectIn(NODE.children).anyDepth());

            assertThat(statements).hasCount(5);
            assertThat(depth(statements, root)).isEqualTo(3);
            assertThat(statements).hasCount(5);
        }
    }

    @DatabaseTest
    void immediateLoadsAllLevelsUpwards(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            Node last = session
                    .one(select(NODE).where(NODE.label.eq("last")).options(immediate(NODE.parent).anyDepth()));

            assertThat(statements).hasCount(4);
            assertThat(last.parent().parent().parent().label()).isEqualTo("root");
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest(only = "sqlite")
    void joinedLoadsOneJoinForEachLevel(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            Node root = root(session, joined(NODE.children).depth(2));

            assertThat(statements).containsExactly("""
                    SELECT nodes.id, nodes.label, nodes.parent_id, nodes_1.id AS id_1, nodes_1.label AS label_1,
                    nodes_1.parent_id AS parent_id_1, nodes_2.id AS id_2, nodes_2.label AS label_2, nodes_2.parent_id AS parent_id_2
                    FROM nodes LEFT OUTER JOIN nodes AS nodes_2 ON nodes.id = nodes_2.parent_id
                    LEFT OUTER JOIN nodes AS nodes_1 ON nodes_2.id = nodes_1.parent_id WHERE nodes.label = ? ORDER BY nodes_2.id, nodes_1.id
                    """);
            assertThat(depth(statements, root)).isEqualTo(2);
        }
    }

    @DatabaseTest
    void anOptionFollowsEachLevel(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            root(session, selectIn(NODE.children).anyDepth());
            Node again = root(session, selectIn(NODE.children).depth(2).then(lazy(NODE.parent)));

            assertThat(again.children().get(0).parent()).isSameAs(again);
        }
    }

    @Test
    void onlyASelfReferenceHasADepth() {
        assertThatThrownBy(() -> selectIn(USER.addresses).depth(2)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"User.addresses\" refers to \"Address\", which does not have this relationship. "
                        + "Only a self-reference has a depth: use then(...).");
        assertThatThrownBy(() -> selectIn(NODE.children).depth(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("depth is 0. It must be at least 1.");
        assertThatThrownBy(() -> selectIn(NODE.children).chunkSize(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("chunkSize is 0. It must be at least 1.");
    }

    @DatabaseTest(only = "sqlite")
    void anInnerJoinLeavesOutOwnersWithoutTargets(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.add(new User("dan"));
            session.flush();
            statements.clear();

            List<User> users = session.all(select(USER).orderBy(USER.id).options(joined(USER.profile).innerJoin()));

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd");
            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age, profiles_1.id AS id_1, profiles_1.bio, profiles_1.user_id FROM users
                    JOIN profiles AS profiles_1 ON users.id = profiles_1.user_id ORDER BY users.id
                    """);
        }
    }

    @DatabaseTest(only = "sqlite")
    void anInnerJoinBelowAnOuterJoinIsAPartOfIt(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.add(new User("dan"));
            session.flush();
            statements.clear();

            List<User> users = session.all(select(USER).orderBy(USER.id)
                    .options(joined(USER.profile).then(joined(PROFILE.user).innerJoin())));

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd", "dan");
            assertThat(statements).containsExactly("""
                    SELECT users.id, users.name, users.age, users_1.id AS id_1, users_1.name AS name_1, users_1.age AS age_1,
                    profiles_1.id AS id_2, profiles_1.bio, profiles_1.user_id FROM users LEFT OUTER JOIN
                    (profiles AS profiles_1 JOIN users AS users_1 ON users_1.id = profiles_1.user_id)
                    ON users.id = profiles_1.user_id ORDER BY users.id
                    """);
        }
    }

    @DatabaseTest
    void anInnerJoinBelowAnOuterJoinLeavesNobodyOut(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.add(new User("dan"));

            List<User> users = session.all(select(USER).orderBy(USER.id)
                    .options(joined(USER.groups).then(joined(GROUP.users).innerJoin())));

            assertThat(users).extracting(User::name).containsExactly("ann", "bob", "cyd", "dan");
            assertThat(users.get(0).groups()).singleElement()
                    .satisfies(group -> assertThat(group.users()).containsExactly(users.get(0)));
        }
    }

    @DatabaseTest
    void raiseAllForbidsWhateverNoOptionLoads(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.all(select(USER).options(raiseAll(), selectIn(USER.addresses))).get(0);

            assertThat(ann.addresses()).hasSize(2);
            assertThatThrownBy(() -> ann.groups().size()).isInstanceOf(LazyLoadException.class);
            Address address = session.all(select(ADDRESS).options(raiseAll())).get(0);
            assertThat(address.user()).isSameAs(ann);
        }
    }

    @DatabaseTest
    void raiseAllReachesWhatIsLoadedFromThere(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.all(select(USER).options(raiseAll(), selectIn(USER.groups))).get(0);

            var group = ann.groups().iterator().next();
            assertThatThrownBy(() -> group.users().size()).isInstanceOf(LazyLoadException.class)
                    .hasMessageContaining("Group.users");
        }
    }

    @DatabaseTest
    void raiseAllOfOneEntityLeavesTheOthers(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.all(select(USER).options(raiseAll(USER), selectIn(USER.groups))).get(0);

            var group = ann.groups().iterator().next();
            assertThat(group.users()).containsExactly(ann);
            assertThatThrownBy(() -> ann.addresses().size()).isInstanceOf(LazyLoadException.class);
        }
    }

    @DatabaseTest
    void raiseAllCanFollowARelationship(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.all(select(USER).options(through(USER.groups).then(raiseAll(GROUP)))).get(0);

            var group = ann.groups().iterator().next();
            assertThatThrownBy(() -> group.users().size()).isInstanceOf(LazyLoadException.class);
            assertThat(ann.addresses()).hasSize(2);
        }
    }

    @DatabaseTest
    void loadAllAppliesToGet(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            User ann = session.require(USER, 1, loadAll(Loading.RAISE), selectIn(USER.groups));

            assertThat(ann.groups()).hasSize(1);
            assertThatThrownBy(() -> ann.addresses().size()).isInstanceOf(LazyLoadException.class);
        }
    }

    @DatabaseTest
    void loadAllLoadsEveryRelationshipOfTheEntity(Engine engine, StatementLog statements) {
        try (Session session = Filled.shop(engine, statements).open()) {
            session.all(select(USER).options(loadAll(USER, Loading.SELECT_IN)));

            assertThat(statements).hasCount(5);
        }
    }
}
