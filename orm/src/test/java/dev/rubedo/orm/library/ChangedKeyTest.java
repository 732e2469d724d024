package dev.rubedo.orm.library;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionSavepoint;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** A primary key that the program changed and that was not flushed: an object must not be taken for another row. */
class ChangedKeyTest {

    private static SessionFactory withShelves(Engine engine, StatementLog statements) {
        SessionFactory sessions = Library.open(engine, statements);
        sessions.inTransaction(
                session -> session.add(new Shelf("a").label("first"), new Shelf("b").label("second")));
        return sessions;
    }

    @DatabaseTest
    void isForgottenByRollback(Engine engine, StatementLog statements) {
        SessionFactory sessions = withShelves(engine, statements);
        try (Session session = sessions.open()) {
            Shelf a = session.require(Shelf.class, "a");
            a.code("b");

            session.rollback();

            assertThat(a.code()).isEqualTo("a");
            assertThat(a.label()).isEqualTo("first");
            a.label("changed");
            session.commit();
        }

        sessions.inTransaction(session -> assertThat(session.all(select(SHELF.label).orderBy(SHELF.code)))
                .containsExactly("changed", "second"));
    }

    @DatabaseTest
    void isFreeAfterTheRollbackOfANewObjectThatHadIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = withShelves(engine, statements);
        try (Session session = sessions.open()) {
            Shelf undone = new Shelf("c");
            session.add(undone);
            session.flush();
            undone.code("d");
            session.flush();

            session.rollback();

            assertThat(session.get(Shelf.class, "d")).isEmpty();
            session.add(new Shelf("d"));
            session.commit();
        }

        sessions.inTransaction(session -> assertThat(session.all(select(SHELF.code).orderBy(SHELF.code)))
                .containsExactly("a", "b", "d"));
    }

    @DatabaseTest
    void isForgottenByExpire(Engine engine, StatementLog statements) {
        try (Session session = withShelves(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            a.code("b");
            session.expire(a);
            assertThat(a.label()).isEqualTo("first");

            a.code("b").label("changed");
            session.expire(a, SHELF.code);
            assertThat(a.code()).isEqualTo("a");
            assertThat(a.label()).isEqualTo("changed");

            a.code("b");
            session.expireAll();
            assertThat(a.label()).isEqualTo("first");
        }
    }

    @DatabaseTest
    void isForgottenByDeletion(Engine engine, StatementLog statements) {
        try (Session session = withShelves(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            a.code("c");
            session.delete(a);
            session.flush();

            session.rollback();

            assertThat(session.require(Shelf.class, "a")).isSameAs(a);
            assertThat(a.label()).isEqualTo("first");
        }
    }

    @DatabaseTest
    void isForgottenWhereAFlushedOneIsUndone(Engine engine, StatementLog statements) {
        try (Session session = withShelves(engine, statements).open()) {
            Shelf a = session.require(Shelf.class, "a");
            SessionSavepoint savepoint = session.savepoint();
            a.code("c");
            session.flush();
            a.code("d");

            savepoint.rollback();

            assertThat(a.label()).isEqualTo("first");
            assertThat(a.code()).isEqualTo("a");
            assertThat(session.require(Shelf.class, "a")).isSameAs(a);
            assertThat(session.get(Shelf.class, "c")).isEmpty();
        }
    }

    @DatabaseTest
    void ofAnUndoneInsertLeavesNothingBehind(Engine engine, StatementLog statements) {
        try (Session session = withShelves(engine, statements).open()) {
            Shelf fresh = new Shelf("c");
            session.add(fresh);
            session.flush();
            fresh.code("d");

            session.rollback();

            assertThat(InstanceState.of(fresh).isTransient()).isTrue();
            session.add(new Shelf("c").label("other"));
            session.commit();
            assertThat(session.require(Shelf.class, "c").label()).isEqualTo("other");
        }
    }
}
