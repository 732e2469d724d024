package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Flushes of very many objects, wide and deep. */
class LargeFlushTest {

    private static final int DEEP = 3_000;

    /** Few round trips: at least 100 rows in each, and all updates in one batch. */
    private static void insertsInFewRoundTrips(SessionFactory sessions, StatementLog statements, int many) {
        sessions.inTransaction(session -> {
            List<User> users = IntStream.range(0, many).mapToObj(i -> new User("u" + i)).toList();
            session.addAll(users);
            statements.clear();
            session.flush();
            assertThat(statements.count()).isLessThanOrEqualTo(many / 100);
            assertThat(users.get(many - 1).id() - users.get(0).id()).isEqualTo(many - 1);
            statements.clear();
            users.forEach(user -> user.age(1));
            session.flush();
            assertThat(statements).hasCount(1);
        });
    }

    @DatabaseTest
    void manyNewObjectsNeedFewRoundTrips(Engine engine, StatementLog statements) {
        insertsInFewRoundTrips(Shop.open(engine, statements), statements, 10_000);
    }

    @DatabaseTest(only = "h2")
    void aHundredThousandNewObjectsNeedFewRoundTrips(Engine engine, StatementLog statements) {
        insertsInFewRoundTrips(Shop.open(engine, statements), statements, 100_000);
    }

    @DatabaseTest(only = "h2")
    void aRingOfObjectsIsInsertedAndClosedByAnUpdate(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        int size = 10_000;
        List<Node> ring = new ArrayList<>();
        sessions.inTransaction(session -> {
            for (int i = 0; i < size; i++) {
                ring.add(new Node("n" + i));
                if (i > 0) {
                    ring.get(i).parent(ring.get(i - 1));
                }
            }
            ring.get(0).parent(ring.get(size - 1));
            session.add(ring.get(size / 2));
            session.flush();
        });
        sessions.inTransaction(session -> {
            assertThat(session.count(select(NODE))).isEqualTo(size);
            assertThat(session.count(select(NODE).where(NODE.parent.isNull()))).isZero();
            Node first = session.require(NODE, ring.get(0).id());
            assertThat(first.parent().label()).isEqualTo("n" + (size - 1));
        });
    }

    @DatabaseTest(only = {"h2", "sqlite"})
    void aDeepChainPassesThroughEveryOperation(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Node root = new Node("0");
        Node last = root;
        for (int i = 1; i < DEEP; i++) {
            Node next = new Node("" + i);
            last.children().add(next);
            last = next;
        }
        sessions.inTransaction(session -> session.add(root));
        try (Session session = sessions.open()) {
            Node merged = session.merge(root);
            assertThat(session.identityMap()).hasSize(DEEP);
            session.detach(merged);
            assertThat(session.identityMap()).isEmpty();
            session.add(merged);
            assertThat(session.identityMap()).hasSize(DEEP);
            session.expire(merged);
            session.refresh(merged);
            session.delete(merged);
            session.commit();
            assertThat(session.count(select(NODE))).isZero();
        }
    }

    @DatabaseTest(only = "sqlite")
    void theKeysOfManyRowsComeBackInTheOrderOfTheirObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        List<User> users = IntStream.range(0, 5_000).mapToObj(i -> new User("u" + i)).toList();
        sessions.inTransaction(session -> session.addAll(users));
        sessions.inTransaction(session -> assertThat(session.all(select(USER.name).orderBy(USER.id)))
                .isEqualTo(users.stream().map(User::name).toList()));
    }
}
