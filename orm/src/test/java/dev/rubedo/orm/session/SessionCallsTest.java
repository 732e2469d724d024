package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.forUpdate;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Calls of sessions and factories: for many objects, with options, and without statements. */
class SessionCallsTest {

    /** Users "ann" and "bob", each with one address. */
    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (String name : List.of("ann", "bob")) {
                User user = new User(name).age(30);
                user.addresses().add(new Address(name + "@x"));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void deleteAllDeletesEachObject(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> session.deleteAll(session.all(select(USER))));
        sessions.inTransaction(session -> assertThat(session.count(select(USER))).isZero());
    }

    @DatabaseTest
    void mergeAllReturnsTheObjectsOfTheSessionInOrder(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        List<User> detached = sessions.fromTransaction(session -> session.all(select(USER).orderBy(USER.id.desc())));
        detached.get(0).name("bert");
        sessions.inTransaction(session -> {
            List<User> merged = session.mergeAll(detached);
            assertThat(merged).extracting(User::name).containsExactly("bert", "ann");
            assertThat(merged.get(1)).isSameAs(session.require(USER, 1)).isNotSameAs(detached.get(1));
        });
        sessions.inTransaction(session -> assertThat(session.require(USER, 2).name()).isEqualTo("bert"));
    }

    @DatabaseTest
    void mergeLoadsTheRowByItsOptions(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User ann = sessions.fromTransaction(session -> session.require(USER, 1));
        statements.clear();
        try (Session session = sessions.open()) {
            User merged = session.merge(ann, joined(USER.addresses));
            assertThat(merged.addresses()).hasSize(1);
            assertThat(statements).hasCount(1);
            assertThatThrownBy(() -> session.merge(ann, forUpdate())).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("merge(...) supports loader options only");
        }
    }

    @DatabaseTest
    void mergingWithoutLoadingExecutesNothing(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User cached = sessions.fromTransaction(session -> {
            User ann = session
                    .all(select(USER).where(USER.id.eq(1L)).options(selectIn(USER.addresses), defer(USER.age)))
                    .get(0);
            assertThat(ann.addresses()).hasSize(1);
            return ann;
        });
        statements.clear();
        try (Session session = sessions.open()) {
            User ann = session.mergeWithoutLoading(cached);
            assertThat(ann).isNotSameAs(cached);
            assertThat(ann.name()).isEqualTo("ann");
            assertThat(ann.addresses()).extracting(Address::email).containsExactly("ann@x");
            assertThat(ann.addresses().get(0).user()).isSameAs(ann);
            assertThat(statements).hasCount(0);
            assertThat(session.require(USER, 1)).isSameAs(ann);
            assertThat(session.mergeWithoutLoading(cached)).isSameAs(ann);
            assertThat(ann.age()).isEqualTo(30);
            assertThat(statements).hasCount(1);
            ann.name("anna");
            session.commit();
        }
        sessions.inTransaction(session -> assertThat(session.require(USER, 1).name()).isEqualTo("anna"));
    }

    @DatabaseTest(only = "sqlite")
    void whatDiffersFromItsRowCannotBeMergedWithoutLoading(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User changed = sessions.fromTransaction(session -> session.require(USER, 1));
        changed.name("anna");
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.mergeWithoutLoading(changed)).isInstanceOf(ObjectStateException.class)
                    .hasMessage(
                            "User[id=1] has changes that are not in its row. Merge it with merge(...), which loads the"
                                    + " row and compares.");
            assertThatThrownBy(() -> session.mergeWithoutLoading(new User("new")))
                    .isInstanceOf(ObjectStateException.class).hasMessageContaining("has no row");
        }
    }

    @DatabaseTest
    void refreshTakesOptions(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.require(USER, 1);
            ann.name("mistake");
            statements.clear();
            boolean locks = engine.dialect().supports(Feature.ROW_LOCKS);
            session.refresh(ann, locks ? forUpdate() : populateExisting(), joined(USER.addresses));

            assertThat(ann.name()).isEqualTo("ann");
            assertThat(ann.addresses()).hasSize(1);
            assertThat(statements).hasCount(1);
            assertThat(statements.all().get(0).sql().contains("FOR UPDATE")).isEqualTo(locks);
            assertThatThrownBy(() -> session.refresh(ann, withCriteria(USER, user -> user.name.eq("none"))))
                    .isInstanceOf(EntityNotFoundException.class);
            assertThatThrownBy(() -> session.refresh(ann, expectVersion(1)))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("@Version");
        }
    }

    @DatabaseTest
    void anObjectWithAKeyCanStandForItsRow(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("anna");
            InstanceState.of(ann).set(USER.id, 1L);
            InstanceState.of(ann).makeDetached();
            assertThat(InstanceState.of(ann).isDetached()).isTrue();
            assertThat(InstanceState.of(ann).isModified()).isFalse();

            session.add(ann);
            assertThat(statements).hasCount(0);
            assertThat(ann.name()).isEqualTo("anna");
            assertThat(ann.age()).isEqualTo(30);
            assertThat(ann.addresses()).hasSize(1);
            ann.age(31);
            session.commit();
        }
        sessions.inTransaction(session -> {
            assertThat(session.require(USER, 1).age()).isEqualTo(31);
            assertThat(session.require(USER, 1).name()).isEqualTo("ann");
        });
        assertThatThrownBy(() -> InstanceState.of(new User("new")).makeDetached())
                .isInstanceOf(ObjectStateException.class).hasMessageContaining("Set the primary key");
        User loaded = sessions.fromTransaction(session -> session.require(USER, 1));
        assertThatThrownBy(() -> InstanceState.of(loaded).makeDetached()).isInstanceOf(ObjectStateException.class)
                .hasMessageContaining("is not transient");
    }

    @DatabaseTest(only = "sqlite")
    void notesEndWithTheSession(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            assertThat(session.info()).isEmpty();
            session.info().put("tenant", 7);
            assertThat(session.info()).containsEntry("tenant", 7);
        }
        try (Session session = sessions.open()) {
            assertThat(session.info()).isEmpty();
        }
    }

    @DatabaseTest
    void aFactoryWithOtherSettingsSharesThePlans(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        SessionFactory keeping = sessions.toBuilder().expireOnCommit(false).autoflush(false).build();
        try (Session session = keeping.open()) {
            User ann = session.require(USER, 1);
            ann.name("anna");
            assertThat(session.all(select(USER.name).orderBy(USER.id))).containsExactly("ann", "bob");
            session.commit();
            statements.clear();
            assertThat(ann.name()).isEqualTo("anna");
            assertThat(statements).hasCount(0);
        }
        assertThat(keeping.plans()).isSameAs(sessions.plans());
        SessionFactory adults = sessions.toBuilder().criteria(USER, user -> user.age.gt(40)).build();
        assertThat(adults.plans()).isNotSameAs(sessions.plans());
        adults.inTransaction(session -> assertThat(session.all(select(USER))).isEmpty());
        adults.toBuilder().build().inTransaction(session -> assertThat(session.all(select(USER))).isEmpty());
    }

    @DatabaseTest(only = "postgresql")
    void theOptionsOfConnectionsHoldForEachStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements).toBuilder()
                .connectionOptions(options -> options.readOnly(true).timeout(Duration.ofSeconds(20))).build();
        try (Session session = sessions.open()) {
            assertThat(session.connection().options().isReadOnly()).isTrue();
            assertThatThrownBy(() -> session.execute(update(USER).set(USER.age, 1))).hasMessageContaining("read-only");
        }
        assertThatThrownBy(() -> sessions.inTransaction(session -> session.add(new User("zed"))))
                .hasMessageContaining("read-only");
    }

    @DatabaseTest(only = "sqlite")
    void allOpenSessionsCanBeClosedAtOnce(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        Session first = sessions.open();
        Session second = sessions.open();
        User ann = first.require(USER, 1);

        sessions.closeAll();

        assertThat(first.isActive()).isFalse();
        assertThat(second.isActive()).isFalse();
        assertThat(InstanceState.of(ann).isDetached()).isTrue();
        sessions.closeAll();
    }

    @DatabaseTest(only = "sqlite")
    void eachScopeHasItsSession(Engine engine, StatementLog statements) throws InterruptedException {
        ScopedSessions scoped = filled(engine, statements).scoped();
        assertThat(scoped.isPresent()).isFalse();
        Session mine = scoped.current();
        assertThat(scoped.current()).isSameAs(mine);
        AtomicReference<Session> others = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            others.set(scoped.current());
            scoped.remove();
        });
        thread.start();
        thread.join();
        assertThat(others.get()).isNotSameAs(mine);
        assertThat(others.get().isActive()).isFalse();
        assertThat(mine.isActive()).isTrue();
        scoped.remove();
        assertThat(mine.isActive()).isFalse();
        assertThat(scoped.current()).isNotSameAs(mine);
        scoped.remove();
        scoped.remove();
    }

    @DatabaseTest(only = "sqlite")
    void aScopeCanBeWhateverTheProgramSays(Engine engine, StatementLog statements) {
        String[] request = {"one"};
        ScopedSessions scoped = filled(engine, statements).scoped(() -> request[0]);
        Session one = scoped.current();
        request[0] = "two";
        assertThat(scoped.isPresent()).isFalse();
        Session two = scoped.current();
        assertThat(two).isNotSameAs(one);
        scoped.remove();
        request[0] = "one";
        assertThat(scoped.current()).isSameAs(one);
        assertThat(two.isActive()).isFalse();
        scoped.remove();
        request[0] = null;
        assertThatThrownBy(scoped::current).isInstanceOf(NullPointerException.class)
                .hasMessageContaining("supplier of the scope returned null");
    }

    @DatabaseTest
    void theStateOfAnObjectSaysWhatIsKnownOfItsRow(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(USER, 1);
            InstanceState state = InstanceState.of(ann);
            assertThat(state.object()).isSameAs(ann);
            assertThat(state.definition()).isSameAs(USER.$definition());
            assertThat(state.hasIdentity()).isTrue();
            assertThat(InstanceState.of(new User("new")).hasIdentity()).isFalse();
            assertThat(state.isExpired()).isFalse();
            ann.age(31);
            assertThat(state.unmodified()).contains("id", "name").doesNotContain("age");
            session.expire(ann);
            assertThat(state.isExpired()).isTrue();
        }
    }

    @DatabaseTest
    void aCommittedValueIsNotWrittenAndAMarkedOneIs(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.require(USER, 1);
            InstanceState.of(ann).setCommitted(USER.age, 99);
            assertThat(ann.age()).isEqualTo(99);
            assertThat(InstanceState.of(ann).isModified()).isFalse();
            session.commit();
            assertThat(ann.age()).isEqualTo(30);

            statements.clear();
            InstanceState.of(ann).markModified(USER.name);
            session.flush();
            assertThat(statements.all()).anySatisfy(one -> assertThat(one.sql()).startsWith("UPDATE users SET name"));
            session.expire(ann);
            assertThatThrownBy(() -> InstanceState.of(ann).markModified(USER.name))
                    .isInstanceOf(ObjectStateException.class).hasMessageContaining("is not loaded");
        }
    }

    @DatabaseTest
    void anUpsertThatReturnsAKnownObjectRefreshesIt(Engine engine, StatementLog statements) {
        if (!engine.dialect().supports(Feature.INSERT_RETURNING) || engine.dialect().name().equals("h2")) {
            return;
        }
        try (Session session = filled(engine, statements).open()) {
            User ann = session.require(USER, 1);
            var insert = insertInto(USER).values(USER.id, 1L).values(USER.name, "anna").values(USER.age, 5);
            var upsert = (engine.dialect().supports(Feature.ON_CONFLICT_TARGET) ? insert.onConflict(USER.id)
                    : insert.onConflict()).doUpdateExcluded(USER.name, USER.age).returning(USER);
            assertThat(session.one(upsert)).isSameAs(ann);
            assertThat(ann.name()).isEqualTo("anna");
            assertThat(ann.age()).isEqualTo(5);
            if (engine.dialect().supports(Feature.UPDATE_RETURNING)) {
                assertThat(session.one(update(USER).set(USER.age, USER.age.plus(1)).where(USER.id.eq(1L))
                        .options(synchronize(SynchronizeSession.NONE)).returning(USER))).isSameAs(ann);
                assertThat(ann.age()).isEqualTo(6);
            }
        }
    }
}
