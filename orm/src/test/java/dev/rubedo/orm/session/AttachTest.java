package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Node_.NODE;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.Profile_.PROFILE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Item;
import dev.rubedo.orm.shop.Node;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.OrderLine;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** What comes into a session with an object that is added, deleted or refreshed. */
class AttachTest {

    private static User detached(SessionFactory sessions) {
        return sessions.fromTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("home"));
            ann.addresses().add(new Address("work"));
            session.add(ann);
            return ann;
        });
    }

    @DatabaseTest
    void whatWasRemovedFromADetachedObjectIsRemovedWhenItIsAdded(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = detached(sessions);
        ann.addresses().removeFirst();

        sessions.inTransaction(session -> session.add(ann));

        sessions.inTransaction(session -> assertThat(session.all(select(ADDRESS.email))).containsExactly("work"));
    }

    @DatabaseTest
    void aRefusedGraphLeavesNothingAttached(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session other = sessions.open(); Session session = sessions.open()) {
            User ann = new User("ann");
            Address taken = new Address("taken");
            other.add(taken);
            ann.addresses().add(new Address("free"));
            ann.addresses().add(taken);

            assertThatThrownBy(() -> session.add(ann)).isInstanceOf(ObjectStateException.class);

            assertThat(session.newObjects()).isEmpty();
            assertThat(InstanceState.of(ann).isTransient()).isTrue();
        }
    }

    @DatabaseTest
    void cascadedObjectsGetTheirKeysInOrder(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Node root = new Node("root");
        for (String name : new String[]{"a", "b"}) {
            Node child = new Node(name);
            root.children().add(child);
            for (int i = 1; i <= 2; i++) {
                child.children().add(new Node(name + i));
            }
        }

        sessions.inTransaction(session -> session.add(root));

        sessions.inTransaction(session -> assertThat(session.all(select(NODE.label).orderBy(NODE.id)))
                .containsExactly("root", "a", "b", "a1", "a2", "b1", "b2"));
    }

    @DatabaseTest
    void aCollectionOfANewObjectThatWasOnlyReadIsNotMerged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = detached(sessions);
        User copy = new User("anna");
        InstanceState.of(copy).set(USER.id, ann.id());
        assertThat(copy.addresses()).isEmpty();

        sessions.inTransaction(session -> session.merge(copy));
        sessions.inTransaction(session -> assertThat(session.count(select(ADDRESS))).isEqualTo(2));
        copy.addresses().add(new Address("new"));
        copy.addresses().clear();
        sessions.inTransaction(session -> session.merge(copy));

        sessions.inTransaction(session -> assertThat(session.count(select(ADDRESS))).isZero());
    }

    @DatabaseTest
    void aCollectionThatWasReadBeforeTheInsertIsLoadedAfterIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            assertThat(ann.addresses()).isEmpty();
            session.flush();
            session.connection()
                    .execute(Sql.text(
                            "INSERT INTO addresses (email_address, user_id) VALUES ('direct', " + ann.id() + ")"));

            assertThat(ann.addresses()).extracting(Address::email).containsExactly("direct");
        }
    }

    @DatabaseTest
    void deletingADetachedObjectDeletesItsDetachedChildren(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = detached(sessions);
        assertThat(ann.addresses()).hasSize(2);

        sessions.inTransaction(session -> session.delete(ann));

        sessions.inTransaction(session -> {
            assertThat(session.exists(select(USER))).isFalse();
            assertThat(session.exists(select(ADDRESS))).isFalse();
            assertThat(session.exists(select(ORDER))).isFalse();
        });
    }

    @DatabaseTest
    void refreshDiscardsChangesOfWhatIsReadAgainAndFlushesTheRest(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User stored = detached(sessions);
        try (Session session = sessions.open()) {
            User ann = session.require(USER, stored.id());
            ann.name("changed").age(7);
            session.refresh(ann, USER.name);
            assertThat(ann.name()).isEqualTo("ann");
            assertThat(ann.age()).isEqualTo(7);
            ann.name("again");

            session.refresh(ann);

            assertThat(ann.name()).isEqualTo("ann");
            assertThat(ann.age()).isEqualTo(7);
            assertThat(session.isModified(ann)).isFalse();
        }
    }

    @DatabaseTest
    void aOneToOneThatWasSetToNullWhileDetachedIsWrittenWhenItsOwnerIsAdded(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = new User("ann");
        ann.profile(new Profile("old"));
        sessions.inTransaction(session -> session.add(ann));
        ann.profile(null);

        sessions.inTransaction(session -> session.add(ann));

        sessions.inTransaction(session -> {
            assertThat(session.require(USER, ann.id()).profile()).isNull();
            assertThat(session.one(select(PROFILE)).user()).isNull();
        });
    }

    @DatabaseTest
    void aOneToOneThatWasReplacedWhileDetachedIsWrittenWhenItsOwnerIsAdded(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = new User("ann");
        ann.profile(new Profile("old"));
        sessions.inTransaction(session -> session.add(ann));
        ann.profile(new Profile("new"));

        sessions.inTransaction(session -> session.add(ann));

        sessions.inTransaction(session -> {
            assertThat(session.require(USER, ann.id()).profile().bio()).isEqualTo("new");
            assertThat(session.all(select(PROFILE).where(PROFILE.userId.isNull()))).extracting(Profile::bio)
                    .containsExactly("old");
        });
    }

    @DatabaseTest
    void anAssociationObjectThatWasReplacedWhileDetachedTakesOverTheRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Order order = new Order("open");
        Item pen = new Item("pen");
        Item ink = new Item("ink");
        order.lines().add(new OrderLine(pen, 1));
        order.lines().add(new OrderLine(ink, 1));
        sessions.inTransaction(session -> session.add(order));
        order.lines().clear();
        order.lines().add(new OrderLine(pen, 5));

        sessions.inTransaction(session -> session.add(order));

        sessions.inTransaction(session -> assertThat(session.all(select(ORDER_LINE))).extracting(OrderLine::quantity)
                .containsExactly(5));
    }
}
