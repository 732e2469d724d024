package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

/** Rows that are written without objects, and objects that follow statements. */
class BulkTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> session.addAll(List.of(new User("ann").age(30), new User("bob").age(20),
                new User("cyd").age(10))));
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void rowsAreInsertedTogetherByTheirColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            List<Values> rows = new ArrayList<>();
            for (int i = 0; i < 1000; i++) {
                Values row = Values.EMPTY.set(USER.name, "u" + i);
                rows.add(i % 2 == 0 ? row : row.set(USER.age, i));
            }
            session.bulkInsert(USER, rows);
        });
        try (Session session = sessions.open()) {
            assertThat(session.count(select(USER))).isEqualTo(1003);
            assertThat(session.one(select(USER.age).where(USER.name.eq("u7")))).isEqualTo(7);
            assertThat(session.one(select(USER).where(USER.name.eq("u8"))).age()).isNull();
        }
    }

    @DatabaseTest
    void moreRowsThanOneStatementHasParametersForAreInserted(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        int many = engine.dialect().maximumBinds() / 2 + 10;
        sessions.inTransaction(session -> {
            List<Values> rows = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                rows.add(Values.EMPTY.set(USER.name, "u" + i).set(USER.age, i % 100));
            }
            session.bulkInsert(USER, rows);

            assertThat(session.count(select(USER))).isEqualTo(many + 3L);
        });
    }

    @DatabaseTest
    void rowsAreUpdatedByTheirKeysAndObjectsAreReloaded(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            User ann = session.require(USER, 1);
            session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, 1L).set(USER.age, 31),
                    Values.EMPTY.set(USER.id, 2L).set(USER.age, 21), Values.EMPTY.set(USER.id, 3L).set(USER.name, "c")
                            .setNull(USER.age)));

            assertThat(ann.age()).isEqualTo(31);
            assertThat(session.all(select(USER.age).where(USER.id.le(2L)).orderBy(USER.id))).containsExactly(31, 21);
            assertThat(session.require(USER, 3).name()).isEqualTo("c");
            assertThat(session.require(USER, 3).age()).isNull();
        }
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, 99L).set(USER.age, 1))))
                    .isInstanceOf(StaleDataException.class)
                    .hasMessage("There is no row of \"User\" with key 99 to update.");
        }
    }

    @DatabaseTest(only = "sqlite")
    void rowsHaveKeysAndValues(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThatThrownBy(() -> session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.age, 1))))
                    .hasMessage("A row to update has no value for \"User.id\". Each row needs its primary key.");
            assertThatThrownBy(() -> session.bulkUpdate(USER, List.of(Values.EMPTY.set(USER.id, 1L))))
                    .hasMessageContaining("contain only their primary keys");
            assertThatThrownBy(() -> session.bulkInsert(USER, List.of(Values.EMPTY.set(USER.age, USER.age.plus(1)))))
                    .hasMessageContaining("may contain values only");
            assertThatThrownBy(() -> session.bulkInsert(USER, List.of(Values.EMPTY.set(ORDER.id, 1L))))
                    .hasMessageContaining("is not an attribute of \"User\"");
        }
    }

    @DatabaseTest
    void objectsAreSavedWithoutASession(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        User bob = sessions.fromTransaction(session -> session.require(USER, 2));
        User unchanged = sessions.fromTransaction(session -> session.require(USER, 3));
        bob.age(77);
        User made = new User("new").age(1);
        sessions.inTransaction(session -> {
            session.bulkSave(List.of(made, bob, unchanged, new User("other")));
            assertThat(session.contains(made)).isFalse();
            assertThat(made.id()).isNull();
        });
        sessions.inTransaction(session -> {
            assertThat(session.all(select(USER.name).orderBy(USER.id))).containsExactly("ann", "bob", "cyd", "new",
                    "other");
            assertThat(session.require(USER, 2).age()).isEqualTo(77);
            User own = session.require(USER, 1);
            assertThatThrownBy(() -> session.bulkSave(List.of(own))).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("User[id=1] belongs to a session");
        });
    }

    @DatabaseTest
    void objectsFollowAStatementAsTheProgramSays(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        for (SynchronizeSession mode : SynchronizeSession.values()) {
            try (Session session = sessions.open()) {
                List<User> users = session.all(select(USER).orderBy(USER.id));
                statements.clear();
                session.execute(update(USER).set(USER.age, 50).where(USER.id.gt(1L)).options(synchronize(mode)));
                boolean follows = mode != SynchronizeSession.NONE;
                boolean asks = mode == SynchronizeSession.FETCH
                        && !engine.dialect().supports(Feature.UPDATE_RETURNING);
                assertThat(statements).hasCount(asks ? 2 : 1);
                assertThat(users).extracting(User::age).containsExactly(30, follows ? 50 : 20, follows ? 50 : 10);
                session.execute(deleteFrom(USER).where(USER.id.eq(3L)).options(synchronize(mode)));
                assertThat(session.contains(users.get(2))).isEqualTo(!follows);
            }
        }
        try (Session session = sessions.open()) {
            session.all(select(USER));
            assertThatThrownBy(() -> session.execute(update(USER).set(USER.age, 1).where(USER.name.like("a%"))
                    .options(synchronize(SynchronizeSession.EVALUATE)))).isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("cannot be evaluated in memory");
            assertThatThrownBy(() -> session.all(select(USER).options(synchronize(SynchronizeSession.FETCH))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("applies to an UPDATE or DELETE of an entity");
        }
    }

    @DatabaseTest
    void objectsThatCriteriaExcludeDoNotFollow(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        try (Session session = sessions.open()) {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            session.execute(update(USER).set(USER.age, 50).where(USER.id.gt(1L))
                    .options(withCriteria(USER, user -> user.name.ne("bob"))));
            assertThat(users).extracting(User::age).containsExactly(30, 20, 50);
        }
        SessionFactory restricted = sessions.toBuilder().criteria(USER, user -> user.name.ne("cyd")).build();
        try (Session session = restricted.open()) {
            User bob = session.require(USER, 2);
            User cyd = session.merge(sessions.fromTransaction(other -> other.require(USER, 1)));
            session.execute(update(USER).set(USER.age, 60).where(USER.id.ge(1L)));
            assertThat(bob.age()).isEqualTo(60);
            assertThat(cyd.age()).isEqualTo(60);
        }
    }
}
