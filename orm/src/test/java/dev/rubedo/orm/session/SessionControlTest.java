package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** When transactions of sessions begin, and how sessions end. */
class SessionControlTest {

    @DatabaseTest
    void withoutAutobeginATransactionBeginsOnlyOnRequest(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements).toBuilder().autobegin(false).build().toBuilder()
                .build();
        try (Session session = sessions.open()) {
            session.add(new User("ann"));
            assertThatThrownBy(session::flush).isInstanceOf(ObjectStateException.class)
                    .hasMessage(
                            "No transaction is open, and this session does not begin one automatically: autobegin(false) was"
                                    + " set. Call begin() first.");
            assertThatThrownBy(() -> session.all(select(USER))).isInstanceOf(ObjectStateException.class);
            assertThat(session.isInTransaction()).isFalse();
            session.begin();
            session.flush();
            User ann = session.one(select(USER));
            session.commit();

            assertThatThrownBy(ann::name).isInstanceOf(ObjectStateException.class);
            session.begin();
            assertThat(ann.name()).isEqualTo("ann");
            session.rollback();
            assertThatThrownBy(session::connection).isInstanceOf(ObjectStateException.class);
        }
        assertThat(sessions.<Long, RuntimeException>fromTransaction(session -> session.count(select(USER))))
                .isEqualTo(1);
    }

    @DatabaseTest
    void resetMakesASessionAsGoodAsNew(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            session.info().put("user", "ann");
            User lost = new User("lost");
            session.add(lost);
            session.flush();
            session.reset();

            assertThat(session.isInTransaction()).isFalse();
            assertThat(session.identityMap()).isEmpty();
            assertThat(session.newObjects()).isEmpty();
            assertThat(InstanceState.of(lost).isTransient()).isTrue();
            assertThat(session.count(select(USER))).isZero();
            session.add(new User("kept"));
            session.commit();
            assertThat(session.info()).containsEntry("user", "ann");
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(USER.name))).containsExactly("kept");
            session.close();
            assertThatThrownBy(session::reset).isInstanceOf(ObjectStateException.class)
                    .hasMessage("This session is closed. Open another one.");
        }
    }

    @DatabaseTest
    void aFailedSessionIsUsableAfterReset(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            session.add(new User("ann"));
            session.commit();
            session.add(new Address("nobody@example.org"));
            assertThatThrownBy(session::flush).isInstanceOf(RuntimeException.class);
            session.reset();
            assertThat(session.all(select(USER.name))).containsExactly("ann");
        }
    }

    @DatabaseTest(except = "sqlite")
    void invalidateClosesThePhysicalConnection(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Session session = sessions.open();
        session.add(new User("lost"));
        session.flush();
        Connection connection = session.connection();
        java.sql.Connection physical = connection.jdbc();
        session.invalidate();
        session.invalidate();

        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> physical.createStatement().execute("SELECT 1")).isInstanceOf(Exception.class);
        assertThatThrownBy(() -> session.all(select(USER))).hasMessage("This session is closed. Open another one.");
        try (Session other = sessions.open()) {
            assertThat(other.count(select(USER))).isZero();
        }
    }
}
