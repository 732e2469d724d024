package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static dev.rubedo.orm.hospital.Patient_.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Flushes and savepoints with new objects, and with objects that statements or other sessions changed. */
class HospitalFlushTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
    }

    @DatabaseTest
    void aSavepointUndoesWhatAStatementSetInObjects() {
        try (Session session = sessions.open()) {
            Patient pia = Clinic.patient(session, "Pia");
            var savepoint = session.savepoint();
            session.execute(update(PATIENT).set(PATIENT.name, "Changed").where(PATIENT.id.eq(pia.id())));

            savepoint.rollback();

            assertThat(pia.name()).isEqualTo("Pia");
        }
    }

    @DatabaseTest
    void aVersionThatIsNotLoadedIsReadBeforeTheUpdate() {
        try (Session session = sessions.open()) {
            Hospital hospital = session.one(select(HOSPITAL));
            session.execute(update(HOSPITAL).set(HOSPITAL.version, HOSPITAL.version.plus(1)));

            hospital.name("Other");
            session.commit();

            assertThat(hospital.name()).isEqualTo("Other");
        }
    }

    @DatabaseTest
    void aChangeOfAnExpiredObjectIsBasedOnTheVersionOfNow() {
        try (Session session = sessions.open()) {
            Hospital hospital = session.one(select(HOSPITAL));
            session.commit();
            sessions.inTransaction(other -> other.one(select(HOSPITAL)).name("Between"));

            hospital.name("Last");
            session.commit();

            assertThat(hospital.name()).isEqualTo("Last");
        }
    }

    @DatabaseTest
    void newObjectsAreReadAgainTogetherAfterACommit(StatementLog statements) {
        try (Session session = sessions.open()) {
            Doctor ann = Clinic.doctor(session, "Ann");
            List<Patient> patients = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                patients.add(new Patient("new " + i).primary(ann));
            }
            session.addAll(patients);
            session.commit();
            statements.clear();

            assertThat(patients).allMatch(patient -> patient.name().startsWith("new"));

            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aChildKnowsItsOwnerWhoseDeletionIsTakenBackAfterALook() {
        try (Session session = sessions.open()) {
            Region owner = session.require(Region.class, "DE");
            Region child = session.require(Region.class, "BY");
            session.delete(owner);
            assertThat(session.flushPlan()).hasToString("update Region[code=BY]\ndelete Region[code=DE]");

            session.add(owner);

            assertThat(child.parent()).isSameAs(owner);
            child.name("Bavaria");
            session.commit();
            assertThat(child.parent()).isSameAs(owner);
        }
    }
}
