package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** Sessions whose transactions are committed in two phases. */
class PreparedSessionTest {

    private static SessionFactory sessions(Engine engine, StatementLog statements) {
        Shop.open(engine, statements);
        return SessionFactory.builder(engine, Shop.model()).twoPhase(true).build();
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aSessionFlushesPreparesAndCommits(Engine engine, StatementLog statements) {
        SessionFactory sessions = sessions(engine, statements);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            SessionSavepoint savepoint = session.savepoint();
            session.add(new User("bea"));

            session.prepare();

            assertThat(savepoint.isActive()).isFalse();
            assertThat(InstanceState.of(ann).isPersistent()).isTrue();
            assertThatThrownBy(() -> session.all(select(USER))).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("is prepared");
            session.commit();
            assertThat(session.all(select(USER))).hasSize(2);
            session.prepare();
            session.commit();
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aPreparedSessionIsRolledBackWithItsObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = sessions(engine, statements);
        User ann = new User("ann");
        try (Session session = sessions.open()) {
            session.add(ann);
            session.prepare();

            session.rollback();

            assertThat(InstanceState.of(ann).isTransient()).isTrue();
            assertThat(session.count(select(USER))).isZero();
            session.add(ann);
            session.prepare();
        }
        try (Session session = sessions.open(); Connection connection = engine.connect()) {
            assertThat(session.count(select(USER))).isZero();
            assertThat(connection.recoverTwoPhase()).noneMatch(xid -> xid.startsWith("rubedo-"));
        }
    }

    @DatabaseTest(requires = Feature.TWO_PHASE_COMMIT)
    void aBlockMayPrepareItsSession(Engine engine, StatementLog statements) {
        SessionFactory sessions = sessions(engine, statements);

        User ann = sessions.fromTransaction(session -> {
            User added = new User("ann");
            session.add(added);
            session.prepare();
            return added;
        });

        assertThat(ann.id()).isNotNull();
        sessions.inTransaction(session -> assertThat(session.count(select(USER))).isEqualTo(1));
    }

    @DatabaseTest
    void aSessionWithoutTwoPhasesRefusesToPrepare(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            session.add(new User("ann"));

            assertThatThrownBy(session::prepare).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("twoPhase(true)");

            session.commit();
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
    }
}
