package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

/** The events of flushes and loads for listeners of entities. */
class MapperListenerTest {

    private final EventLog log = new EventLog();

    private SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("ann@home"));
            session.add(ann);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void aFlushTellsEachObjectBeforeAndAfterItsStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.model().listen(Object.class, log.mapper());

        sessions.inTransaction(session -> {
            User ann = session.one(select(USER));
            ann.age(30);
            User bob = new User("bob");
            bob.addresses().add(new Address("bob@home"));
            session.add(bob);
            session.flush();
            assertThat(log.take()).containsExactly("load ann", "beforeInsert bob", "beforeInsert bob@home",
                    "beforeUpdate ann", "afterInsert bob", "afterInsert bob@home", "afterUpdate ann");

            session.delete(ann);
            session.flush();
            assertThat(log.take()).containsExactly("load ann@home", "beforeDelete ann", "beforeDelete ann@home",
                    "afterDelete ann", "afterDelete ann@home");
        });
    }

    @DatabaseTest
    void beforeInsertCompletesAnObjectBeforeItsAttributesAreChecked(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER, new MapperListener<User>() {
            @Override
            public void beforeInsert(User user, Connection connection) {
                if (user.name() == null) {
                    user.name("nobody");
                }
            }

            @Override
            public void beforeUpdate(User user, Connection connection) {
                user.age(user.name().length());
            }
        });

        try (Session session = sessions.open()) {
            User user = new User(null);
            session.add(user);
            session.flush();
            assertThat(session.isModified(user)).isFalse();
            user.name("carl");
            session.commit();

            assertThat(session.one(select(USER.age).where(USER.name.eq("carl")))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void aPlanThatIsOnlyPrintedTellsNobody(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER, log.mapper());
        try (Session session = sessions.open()) {
            session.add(new User("ann"));

            session.flushPlan();

            assertThat(log.take()).isEmpty();
        }
    }

    @DatabaseTest
    void aRowThatChangesOnlyByItsForeignKeyIsToldToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.model().listen(ADDRESS, log.mapper());

        sessions.inTransaction(session -> {
            Address home = session.one(select(ADDRESS));
            User bob = new User("bob");
            session.add(bob);
            log.take();
            home.user(bob);
            session.flush();
            assertThat(log.take()).containsExactly("beforeUpdate ann@home", "afterUpdate ann@home");
        });
    }

    @DatabaseTest
    void theConnectionWritesInTheSameTransactionAndTheHistoryIsStillThere(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        List<Object> before = new ArrayList<>();
        sessions.model().listen(USER, new MapperListener<User>() {
            @Override
            public void afterUpdate(User user, Connection connection) {
                before.addAll(InstanceState.of(user).history("name").deleted());
                before.add(connection.isInTransaction());
            }
        });

        sessions.inTransaction(session -> session.one(select(USER)).name("anna"));

        assertThat(before).containsExactly("ann", true);
    }

    @DatabaseTest
    void whatAnAfterMethodChangesIsRefusedAndRolledBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.model().listen(USER, new MapperListener<User>() {
            @Override
            public void afterUpdate(User user, Connection connection) {
                user.addresses().add(new Address("late"));
            }
        });

        assertThatThrownBy(() -> sessions.inTransaction(session -> session.one(select(USER)).name("anna")))
                .isInstanceOf(ObjectStateException.class).hasMessageContaining("beforeUpdate");
        sessions.inTransaction(session -> assertThat(session.one(select(USER.name))).isEqualTo("ann"));
    }

    @DatabaseTest
    void readingAgainAndExpiringAreTold(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        Registration registration = sessions.model().listen(USER, log.mapper());
        try (Session session = sessions.open()) {
            User ann = session.one(select(USER).options(defer(USER.age)));
            ann.age();
            assertThat(log.take()).containsExactly("load ann", "refresh ann [age]");
            session.expire(ann, USER.name);
            session.expire(ann);
            assertThat(log.take()).containsExactly("expire null [name]", "expire null []");
            ann.name();
            assertThat(log.take()).containsExactly("refresh ann [name]");
            session.expire(ann);
            log.take();

            registration.remove();
            ann.name();
            assertThat(log.take()).isEmpty();
        }
    }

    @DatabaseTest
    void aTypeThatNoEntityHasIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);

        assertThatThrownBy(() -> sessions.model().listen(Runnable.class, new MapperListener<Runnable>() {}))
                .isInstanceOf(MappingException.class).hasMessageContaining("\"Runnable\"");
    }
}
