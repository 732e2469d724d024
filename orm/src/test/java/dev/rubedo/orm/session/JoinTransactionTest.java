package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.shop.Country;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Sessions on a connection of the application. */
class JoinTransactionTest {

    private static List<String> names(SessionFactory sessions) {
        return sessions.fromTransaction(session -> session.all(select(USER.name).orderBy(USER.name)));
    }

    private static void add(Session session, String name) {
        session.add(new User(name));
        session.flush();
    }

    @DatabaseTest
    void aSessionBeginsAndEndsItsOwnTransactionWhereNoneIsOpen(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect(); Session session = sessions.open(connection)) {
            add(session, "kept");
            session.commit();
            add(session, "lost");
        }

        assertThat(names(sessions)).containsExactly("kept");
    }

    @DatabaseTest
    void aCommitIsForWhoeverBeganTheTransaction(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect()) {
            connection.savepoint().commit();
            try (Session session = sessions.open(connection)) {
                add(session, "committed");
                session.commit();
                add(session, "closed");
            }
            assertThat(connection.isInTransaction()).isTrue();
            connection.rollback();
        }

        assertThat(names(sessions)).isEmpty();
    }

    @DatabaseTest
    void aRollbackIsForAll(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect()) {
            connection.savepoint().commit();
            try (Session session = sessions.open(connection, JoinMode.ROLLBACK_ONLY)) {
                add(session, "lost");
                session.rollback();
            }

            assertThat(connection.isInTransaction()).isFalse();
        }
        assertThat(names(sessions)).isEmpty();
    }

    @DatabaseTest
    void aSessionInFullControlCommitsTheTransaction(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect()) {
            connection.savepoint().commit();
            try (Session session = sessions.open(connection, JoinMode.CONTROL_FULLY)) {
                add(session, "kept");
                session.commit();
            }

            assertThat(connection.isInTransaction()).isFalse();
        }
        assertThat(names(sessions)).containsExactly("kept");
    }

    @DatabaseTest
    void aTestRollsBackWhateverASessionCommits(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect()) {
            connection.savepoint().commit();
            try (Session session = sessions.open(connection, JoinMode.CREATE_SAVEPOINT)) {
                User first = new User("first");
                session.add(first);
                session.commit();
                add(session, "undone");
                session.rollback();
                assertThat(session.all(select(USER.name))).containsExactly("first");
                session.add(new Country("ch", "Switzerland"), new Country("ch", "again"));
                assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
                session.rollback();
                assertThat(session.all(select(USER.name))).containsExactly("first");
                session.commit();
            }
            connection.rollback();
        }

        assertThat(names(sessions)).isEmpty();
    }

    @DatabaseTest
    void aSavepointAroundMakesTheSessionSetOneToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Connection connection = engine.connect()) {
            Savepoint outer = connection.savepoint();
            User lost = new User("lost");
            try (Session session = sessions.open(connection)) {
                add(session, "kept");
                session.commit();
                session.add(lost);
                session.flush();
                session.rollback();
            }
            assertThat(InstanceState.of(lost).isTransient()).isTrue();
            assertThat(outer.isActive()).isTrue();
            outer.commit();
            connection.commit();
        }

        assertThat(names(sessions)).containsExactly("kept");
    }
}
