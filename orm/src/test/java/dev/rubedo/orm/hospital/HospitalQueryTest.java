package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.hospital.Attachment_.ATTACHMENT;
import static dev.rubedo.orm.hospital.Bed_.BED;
import static dev.rubedo.orm.hospital.Bill_.BILL;
import static dev.rubedo.orm.hospital.Doctor_.DOCTOR;
import static dev.rubedo.orm.hospital.License_.LICENSE;
import static dev.rubedo.orm.hospital.Note_.NOTE;
import static dev.rubedo.orm.hospital.Patient_.PATIENT;
import static dev.rubedo.orm.hospital.Region_.REGION;
import static dev.rubedo.orm.hospital.Treatment_.TREATMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.sql.Row;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Where the joins of paths stand, and what conditions on relationships mean. */
class HospitalQueryTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void aPathWithinAnyJoinsWithinItsExists(StatementLog statements) {
        try (Session session = sessions.open()) {
            assertThat(session.all(
                    select(DOCTOR.name).where(DOCTOR.treatments.any(TREATMENT.patient().name.eq("Quin")))))
                    .containsExactly("Ann");

            assertThat(statements).containsExactly("""
                    SELECT doctor.name FROM doctor WHERE EXISTS (SELECT 1 FROM treatment
                    JOIN patient AS patient_1 ON patient_1.id = treatment.patient_id
                    WHERE doctor.id = treatment.doctor_id AND patient_1.name = ?)
                    """);
        }
    }

    @DatabaseTest
    void eachAnyHasPathsOfItsOwn() {
        try (Session session = sessions.open()) {
            assertThat(session.all(select(DOCTOR.name).where(
                    DOCTOR.treatments.any(TREATMENT.patient().name.eq("Pia")),
                    DOCTOR.treatments.any(TREATMENT.patient().name.eq("Quin"))))).containsExactly("Ann");
            assertThat(session.all(select(REGION.code).where(REGION.parent().name.eq("Region DE"),
                    REGION.parent.has(REGION.parent().name.eq("Region EU"))))).containsExactly("BY");
        }
    }

    @DatabaseTest
    void anUpdateMayAskForPathsWithinAny() {
        try (Session session = sessions.open()) {
            Doctor ann = Clinic.doctor(session, "Ann");

            session.execute(update(DOCTOR).set(DOCTOR.rank, Rank.INTERN)
                    .where(DOCTOR.treatments.any(TREATMENT.patient().name.eq("Quin"))));

            assertThat(ann.rank()).isEqualTo(Rank.INTERN);
            assertThat(Clinic.doctor(session, "Bob").rank()).isEqualTo(Rank.RESIDENT);
        }
    }

    @DatabaseTest
    void aPathBehindAnOuterJoinKeepsTheRowsWithoutOne() {
        try (Session session = sessions.open()) {
            List<Row> rows = session.all(select(DOCTOR.name, TREATMENT.patient().name.as("patient"))
                    .leftJoin(DOCTOR.treatments).orderBy(DOCTOR.name, TREATMENT.patient().name));

            assertThat(rows).extracting(row -> row.get(DOCTOR.name) + " " + row.get("patient"))
                    .containsExactly("Ann Pia", "Ann Quin", "Bob Pia", "Cyd null");
        }
    }

    @DatabaseTest
    void aQueryWithinAQueryHasPathsOfItsOwn() {
        try (Session session = sessions.open()) {
            assertThat(session.all(select(PATIENT.name).where(PATIENT.primary().name.ne("Bob"),
                    PATIENT.id.in(select(PATIENT.id).where(PATIENT.primary().name.eq("Ann")))).orderBy(PATIENT.name)))
                    .containsExactly("Pia", "Quin");
            assertThat(session.all(select(PATIENT.name).where(
                    PATIENT.id.in(select(PATIENT.id).where(PATIENT.primary().name.eq("Ann"))),
                    PATIENT.primary().name.ne("Bob")).orderBy(PATIENT.name))).containsExactly("Pia", "Quin");
        }
    }

    @DatabaseTest
    void aSelectedQueryMayReferToAPathOfTheWhole() {
        try (Session session = sessions.open()) {
            List<Row> rows = session.all(select(PATIENT, PATIENT.primary().name.as("doctor"),
                    select(count(LICENSE.number)).where(LICENSE.doctor().name.eq(PATIENT.primary().name)).scalar()
                            .as("licenses"))
                    .orderBy(PATIENT.name));

            assertThat(rows)
                    .extracting(row -> row.get(PATIENT).name() + " " + row.get("doctor") + " " + row.get("licenses"))
                    .containsExactly("Pia Ann 1", "Quin Ann 1", "Rex Bob 1");
        }
    }

    @DatabaseTest
    void pathsGoThroughCompositeKeysAndGiveEntities() {
        try (Session session = sessions.open()) {
            assertThat(session
                    .all(select(BED.number).where(BED.ward().hospital().name.eq("Charite"), BED.ward().code.eq("A"))))
                    .hasSize(3);
            assertThat(session.all(select(BILL.number).where(BILL.treatment().patient().primary().name.eq("Ann"))))
                    .hasSize(2);
            assertThat(session
                    .all(select(TREATMENT.patient(), TREATMENT.patient().bed()).orderBy(TREATMENT.patient().name)))
                    .hasSize(3).allSatisfy(row -> assertThat(row.get(TREATMENT.patient())).isNotNull());
        }
    }

    @DatabaseTest
    void containsReadsTheKeyOfWhatIsNotLoaded() {
        try (Session session = sessions.open()) {
            Note note = session.all(select(NOTE).options(loadOnly(NOTE.text))).getFirst();
            assertThat(session.all(select(PATIENT.name).where(PATIENT.notes.contains(note)))).containsExactly("Pia");
        }
    }

    @DatabaseTest
    void nothingContainsWhatRefersToNothing() {
        try (Session session = sessions.open()) {
            Note lone = new Note("lone", 1);
            session.add(lone);

            assertThat(session.all(select(PATIENT.name).where(PATIENT.notes.contains(lone)))).isEmpty();
            assertThat(session.all(select(PATIENT.name).where(not(PATIENT.notes.contains(lone))))).hasSize(3);
        }
    }

    @DatabaseTest
    void oneToOneAndManyToManyAreComparedFromBothSides() {
        try (Session session = sessions.open()) {
            Doctor ann = Clinic.doctor(session, "Ann");
            Doctor bob = Clinic.doctor(session, "Bob");

            assertThat(session.all(select(DOCTOR.name).where(DOCTOR.license.isNull()))).containsExactly("Cyd");
            assertThat(session.all(select(DOCTOR.name).where(DOCTOR.license.eq(bob.license())))).containsExactly("Bob");
            assertThat(session.all(select(DOCTOR.name).where(DOCTOR.mentors.contains(ann)).orderBy(DOCTOR.name)))
                    .containsExactly("Bob", "Cyd");
            assertThat(session.all(select(DOCTOR.name).where(DOCTOR.mentors.any(DOCTOR.name.eq("Bob")))))
                    .containsExactly("Cyd");
            assertThat(session.all(select(DOCTOR.name).where(DOCTOR.mentors.isEmpty()))).containsExactly("Ann");
            assertThat(session.all(select(PATIENT.name).where(PATIENT.referring.ne(bob)).orderBy(PATIENT.name)))
                    .containsExactly("Quin", "Rex");
            assertThat(session.count(select(BED).where(BED.ward.ne(session.require(Ward.class, List.of(1, "A"))))))
                    .isEqualTo(1);
        }
    }

    @DatabaseTest
    void anAliasHasPathsOptionsAndConditions() {
        try (Session session = sessions.open()) {
            Doctor_ mentor = DOCTOR.as("mentor");

            List<Row> rows = session.all(select(DOCTOR, mentor).join(DOCTOR.mentors.to(mentor))
                    .where(mentor.employer().name.eq("Charite"), mentor.patients.any(PATIENT.name.ne("Nobody")))
                    .orderBy(DOCTOR.name, mentor.name.desc()).limit(3)
                    .options(joined(DOCTOR.patients), joined(mentor.specialities)));

            assertThat(rows).extracting(row -> row.get(DOCTOR).name() + " " + row.get(mentor).name())
                    .containsExactly("Bob Ann", "Cyd Bob", "Cyd Ann");
            assertThat(rows.getFirst().get(mentor).specialities()).hasSize(2);
        }
    }

    @DatabaseTest(except = {"mariadb", "mysql"})
    void whatADeleteReturnsIsGone() {
        try (Session session = sessions.open()) {
            List<Attachment> gone = session.all(
                    deleteFrom(ATTACHMENT).where(ATTACHMENT.label.eq("first")).returning(ATTACHMENT));

            assertThat(gone).hasSize(3).allMatch(attachment -> InstanceState.of(attachment).isDeleted());
            assertThat(session.get(Attachment.class, gone.getFirst().id())).isEmpty();
            session.rollback();
            assertThat(session.get(Attachment.class, gone.getFirst().id())).isPresent();
        }
    }
}
