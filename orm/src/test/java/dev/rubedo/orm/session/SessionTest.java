package dev.rubedo.orm.session;

import static dev.rubedo.engine.TransactionOptions.isolation;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.forUpdate;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.OrderLine_.ORDER_LINE;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Document;
import dev.rubedo.orm.shop.Group;
import dev.rubedo.orm.shop.Item;
import dev.rubedo.orm.shop.Order;
import dev.rubedo.orm.shop.OrderLine;
import dev.rubedo.orm.shop.Profile;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** States of objects, the identity map, get, merge and detach. */
class SessionTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : List.of("ann", "bob", "cyd")) {
                User user = new User(name);
                user.addresses().addAll(List.of(new Address(name + "@home"), new Address(name + "@work")));
                user.groups().add(new Group(name + "s"));
                user.profile(new Profile(name + " lives"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void oneRowIsOneObject(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);

            assertThat(session.get(User.class, 1L)).containsSame(ann);
            assertThat(session.one(select(USER).where(USER.name.eq("ann")))).isSameAs(ann);
            assertThat(session.get(User.class, 99)).isEmpty();
            assertThatThrownBy(() -> session.require(User.class, 99)).isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("99");
            assertThatThrownBy(() -> session.get(User.class, "1")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Long");
        }
    }

    @DatabaseTest
    void aQueryModelNamesTheEntityOfAKey(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(USER, 1);

            assertThat(session.get(USER, 1L)).containsSame(ann);
            assertThat(session.get(USER, 99)).isEmpty();
            assertThatThrownBy(() -> session.require(USER, 99)).isInstanceOf(EntityNotFoundException.class)
                    .hasMessageContaining("99");
            assertThatThrownBy(() -> session.get(USER, "1")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The key of \"User\" is a Long, but a String was given: 1.");
        }
    }

    @DatabaseTest
    void theIdentityMapIsOneOfKeysAndCannotBeChanged(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(USER, 1);

            Map<IdentityKey, Object> objects = session.identityMap();

            assertThat(objects).containsExactly(Map.entry(IdentityKey.of(User.class, 1L), ann));
            assertThatThrownBy(objects::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @DatabaseTest
    void attributesAreNamedByTheQueryModel(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(USER, 1);
            InstanceState state = InstanceState.of(ann);
            state.set(USER.name, "anna");

            assertThat(state.history(USER.name).deleted()).containsExactly("ann");
            assertThat(state.value(USER.name)).isEqualTo("anna");
            assertThat(state.isLoaded(USER.addresses)).isFalse();
            assertThat(state.isLoaded(USER.age)).isTrue();
            Address home = session.require(ADDRESS, 3);
            InstanceState.of(home).set(ADDRESS.user, ann);
            assertThat(home.user()).isSameAs(ann);
            assertThatThrownBy(() -> state.history(ADDRESS.email)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"Address.email\" is not an attribute of \"User\".");
            assertThatThrownBy(() -> session.refresh(ann, ADDRESS.email)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"Address.email\" is not an attribute of \"User\".");
        }
    }

    @DatabaseTest
    void aListIsNoEntityAndScalarTakesOneValue(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            List<User> users = List.of(new User("x"), new User("y"));

            assertThatThrownBy(() -> session.add(users)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("addAll(");
            session.addAll(users);
            assertThat(session.newObjects()).hasSize(2);
            Optional<String> name = session.scalar(select(USER.name).where(USER.id.eq(1L)));
            assertThat(name).contains("ann");
            assertThatThrownBy(() -> session.scalar(select(USER.id, USER.name)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("this one returns rows");
        }
    }

    @DatabaseTest
    void aKnownObjectNeedsNoStatement(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            session.require(User.class, 1);
            session.require(User.class, 1);

            assertThat(statements)
                    .containsExactly("SELECT users.id, users.name, users.age FROM users WHERE users.id = ?");
        }
    }

    @DatabaseTest
    void compositeKeysAreLists(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            Order order = new Order("new");
            order.lines().add(new OrderLine(new Item("pen"), 7));
            session.add(order);
        });
        try (Session session = sessions.open()) {
            OrderLine line = session.require(OrderLine.class, List.of(1, 1));

            assertThat(line.quantity()).isEqualTo(7);
            assertThat(session.get(OrderLine.class, List.of(1L, 1L))).containsSame(line);
            assertThat(line.order().lines()).containsExactly(line);
            line.quantity(8);
            session.flush();
            session.delete(line);
            session.commit();
            assertThat(session.count(select(ORDER_LINE))).isZero();
        }
    }

    @DatabaseTest
    void anObjectGoesThroughItsStates(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ed = new User("ed");
        assertThat(InstanceState.of(ed).lifecycle()).isEqualTo(LifecycleState.TRANSIENT);
        try (Session session = sessions.open()) {
            session.add(ed);
            assertThat(InstanceState.of(ed).lifecycle()).isEqualTo(LifecycleState.PENDING);
            session.flush();
            assertThat(InstanceState.of(ed).lifecycle()).isEqualTo(LifecycleState.PERSISTENT);
            assertThat(Session.of(ed)).containsSame(session);
            session.delete(ed);
            session.flush();
            assertThat(InstanceState.of(ed).lifecycle()).isEqualTo(LifecycleState.DELETED);
            session.commit();
        }
        assertThat(InstanceState.of(ed).lifecycle()).isEqualTo(LifecycleState.DETACHED);
    }

    @DatabaseTest
    void anObjectOfAnotherSessionIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session one = sessions.open(); Session other = sessions.open()) {
            User ann = one.require(User.class, 1);

            assertThatThrownBy(() -> other.add(ann)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("another session");
            assertThatThrownBy(() -> other.delete(ann)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("belongs to another session");
            assertThatThrownBy(() -> one.delete(new User("x"))).isInstanceOf(ObjectStateException.class);
        }
    }

    @DatabaseTest
    void aDetachedObjectIsAttachedWithItsChanges(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User ann = sessions.fromTransaction(session -> session.require(User.class, 1));
        ann.name("anna");
        sessions.inTransaction(session -> session.add(ann));

        sessions.inTransaction(session -> assertThat(session.require(User.class, 1).name()).isEqualTo("anna"));
    }

    @DatabaseTest
    void mergeCopiesOntoTheKnownObject(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User given = sessions.fromTransaction(session -> {
            User user = session.require(User.class, 1);
            assertThat(user.addresses()).hasSize(2);
            return user;
        });
        given.name("merged");
        given.addresses().add(new Address("third"));
        try (Session session = sessions.open()) {
            User ann = session.require(User.class, 1);

            User merged = session.merge(given);

            assertThat(merged).isSameAs(ann);
            assertThat(ann.name()).isEqualTo("merged");
            assertThat(ann.addresses()).extracting(Address::email).containsExactly("ann@home", "ann@work", "third");
            session.commit();
            assertThat(session.count(select(ADDRESS))).isEqualTo(7);
        }
    }

    @DatabaseTest
    void refreshReadsAgainAndFailsForARowThatIsGone(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.require(User.class, 1);
            session.execute(update(session.model().mapper(User.class).table())
                    .set(session.model().mapper(User.class).table().column("name", String.class), "direct"));
            assertThat(ann.name()).isEqualTo("ann");
            session.refresh(ann, USER.name);
            assertThat(ann.name()).isEqualTo("direct");
            session.expire(ann, USER.name);
            assertThat(InstanceState.of(ann).unloaded()).contains("name").doesNotContain("age");
            assertThat(ann.name()).isEqualTo("direct");

            Profile profile = session.require(Profile.class, 1);
            session.execute(deleteFrom(session.model().mapper(Profile.class).table()));
            assertThatThrownBy(() -> session.refresh(profile)).isInstanceOf(EntityNotFoundException.class);
        }
    }

    @DatabaseTest
    void commitExpiresAndABlockDoesNot(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User kept = sessions.fromTransaction(session -> session.require(User.class, 1));
        assertThat(kept.name()).isEqualTo("ann");
        try (Session session = sessions.open()) {
            User ann = session.require(User.class, 1);
            session.commit();

            assertThat(InstanceState.of(ann).unloaded()).contains("name");
            assertThat(ann.id()).isEqualTo(1L);
        }
    }

    @DatabaseTest
    void historyTellsWhatChanged(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            Address first = ann.addresses().get(0);
            ann.name("anna");
            ann.addresses().remove(first);

            assertThat(InstanceState.of(ann).history("name").added()).containsExactly("anna");
            assertThat(InstanceState.of(ann).history("name").deleted()).containsExactly("ann");
            assertThat(InstanceState.of(ann).history("addresses").deleted()).containsExactly(first);
            assertThat(InstanceState.of(ann).isModified()).isTrue();
        }
    }

    @DatabaseTest
    void aSecondThreadInTheSessionIsNoticed(Engine engine, StatementLog statements) throws Exception {
        SessionFactory sessions = filled(engine, statements);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (EntitySession session = (EntitySession) sessions.open()) {
            Thread other = new Thread(() -> {
                session.threads().enter();
                inside.countDown();
                try {
                    done.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    session.threads().leave();
                }
            }, "other");
            other.start();
            inside.await();

            assertThatThrownBy(() -> session.all(select(USER))).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("\"other\"")
                    .satisfies(refused -> assertThat(refused.getSuppressed()[0])
                            .hasMessage("Thread \"other\" is in the session here.")
                            .hasStackTraceContaining("SessionTest"));
            done.countDown();
            other.join();
            assertThat(session.all(select(USER))).hasSize(3);
        }
    }

    @DatabaseTest(requires = Feature.ROW_LOCKS)
    void getMayLockTheRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.add(new Document("d")));
        try (Session session = sessions.open()) {
            statements.clear();
            Document document = session.get(Document.class, 1, forUpdate(), expectVersion(1)).orElseThrow();

            assertThat(statements.texts().get(0)).contains("FOR UPDATE");
            assertThatThrownBy(() -> session.get(Document.class, 1, expectVersion(9)))
                    .isInstanceOf(StaleDataException.class);
            assertThat(document.title()).isEqualTo("d");
        }
    }

    @DatabaseTest(only = "sqlite")
    void aBlockWhoseOptionsAreRefusedGivesItsConnectionBack(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.poolSize(1).maxOverflow(0));
        SessionFactory sessions = SessionFactory.of(engine, Shop.model());

        assertThatThrownBy(() -> sessions.inTransaction(isolation(IsolationLevel.REPEATABLE_READ), Session::begin))
                .isInstanceOf(NotSupportedException.class);

        assertThat(engine.poolStatus().checkedOut()).isZero();
    }

    @DatabaseTest
    void optionsOfABlockLeaveTheIsolationLevelOfTheEngine(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.isolationLevel(IsolationLevel.SERIALIZABLE));
        SessionFactory sessions = SessionFactory.of(engine, Shop.model());

        var level = sessions.fromTransaction(TransactionOptions.DEFAULT.timeout(Duration.ofSeconds(30)),
                session -> session.connection().options().isolationLevel());

        assertThat(level).contains(IsolationLevel.SERIALIZABLE);
    }

    @DatabaseTest
    void anObjectThatIsChangedAgainAfterItWasExpiredIsDirtyOnce(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);
            ann.name("anna");
            session.expire(ann);
            ann.name("anne");

            assertThat(session.dirty()).containsExactly(ann);
        }
    }

    @DatabaseTest
    void aValueOfAnotherTypeIsRefusedByNameAndChangesNothing(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(User.class, 1);

            assertThatThrownBy(() -> InstanceState.of(ann).set("name", 7)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"User.name\" is a String: it cannot be set to a Integer.");
            assertThatThrownBy(() -> InstanceState.of(ann).set("profile", new Address("home")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"User.profile\" is a Profile: it cannot be set to a Address.");
            assertThatThrownBy(() -> InstanceState.of(ann).set("addresses", 7))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is a collection");
            assertThatThrownBy(() -> InstanceState.of(ann).set("addresses", List.of(ann)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"User.addresses\" holds Address objects: it cannot hold a User.");
            assertThat(session.isModified(ann)).isFalse();
        }
    }
}
