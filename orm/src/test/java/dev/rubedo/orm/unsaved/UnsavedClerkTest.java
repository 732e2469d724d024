package dev.rubedo.orm.unsaved;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.unsaved.Clerk_.CLERK;
import static dev.rubedo.orm.unsaved.Firm_.FIRM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionFactoryBuilder;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;

/** An object that nothing saves is an error, unless the factory allows it. */
class UnsavedClerkTest {

    private static SessionFactoryBuilder builder(Engine engine) {
        Model model = Model.of(FIRM, CLERK);
        model.metadata().createAll(engine);
        return SessionFactory.builder(engine, model);
    }

    @DatabaseTest
    void anObjectThatNothingSavesIsAnError(Engine engine, StatementLog statements) {
        SessionFactory sessions = builder(engine).build();
        try (Session session = sessions.open()) {
            Firm firm = new Firm("acme");
            session.add(firm);
            Clerk bob = new Clerk("bob");
            firm.clerks().add(bob);
            // an autoflush leaves it for later
            assertThat(session.count(select(FIRM))).isEqualTo(1);

            assertThatThrownBy(session::commit).isInstanceOf(FlushException.class)
                    .hasMessage(
                            "\"Firm.clerks\" of Firm[id=1] refers to Clerk[id=null], which belongs to no session, and does"
                                    + " not cascade SAVE_UPDATE. Add the object to the session, or Cascade.SAVE_UPDATE to the"
                                    + " relationship.");
            session.rollback();
            session.add(firm);
            session.add(bob);
            session.commit();
            assertThat(session.one(select(CLERK)).firm()).isSameAs(firm);
        }
        try (Session session = sessions.open()) {
            Clerk cyd = new Clerk("cyd");
            cyd.firm(new Firm("other"));
            session.add(cyd);
            assertThatThrownBy(session::flush).isInstanceOf(FlushException.class)
                    .hasMessageStartingWith("\"Clerk.firm\" of Clerk[id=null] refers to Firm[id=null]");
        }
    }

    @DatabaseTest
    void aFactoryMayAllowIt(Engine engine, StatementLog statements) {
        SessionFactory sessions = builder(engine).failOnUnsaved(false).build();
        sessions.inTransaction(session -> {
            Firm firm = new Firm("acme");
            session.add(firm);
            firm.clerks().add(new Clerk("bob"));
        });
        sessions.inTransaction(session -> assertThat(session.count(select(CLERK))).isZero());
    }
}
