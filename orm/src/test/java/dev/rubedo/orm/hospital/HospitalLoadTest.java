package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.hospital.Bill_.BILL;
import static dev.rubedo.orm.hospital.Doctor_.DOCTOR;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static dev.rubedo.orm.hospital.Note_.NOTE;
import static dev.rubedo.orm.hospital.Patient_.PATIENT;
import static dev.rubedo.orm.hospital.Region_.REGION;
import static dev.rubedo.orm.hospital.Ward_.WARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What is loaded with a query, after it, and in how many statements. */
class HospitalLoadTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
    }

    @DatabaseTest
    void aLoopFromTheEndCostsOneMoreStatement(StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Doctor> doctors = session.all(select(DOCTOR).orderBy(DOCTOR.name)).reversed();

            assertThat(doctors).extracting(doctor -> doctor.patients().size()).containsExactly(0, 1, 2);

            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void expiredObjectsAreReadAgainFromTheEndInFewStatements(StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Note> notes = session.all(select(NOTE).orderBy(NOTE.text)).reversed();
            session.commit();
            statements.clear();

            assertThat(notes).extracting(Note::text).containsExactly("n3", "n2", "n1");

            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void expiredObjectsWithACompositeKeyAreReadAgainInFewStatements(Engine engine, StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Ward> wards = session.all(select(WARD).orderBy(WARD.code));
            session.commit();
            statements.clear();

            assertThat(wards).extracting(Ward::title).containsExactly("Ward A", "Ward B", "Ward C");

            String two = engine.dialect().name().equals("sqlite") ? """
                    SELECT ward.hospital_id, ward.code, ward.storey, ward.title FROM ward
                    WHERE (ward.hospital_id, ward.code) IN (VALUES (?, ?), (?, ?))
                    """ : """
                    SELECT ward.hospital_id, ward.code, ward.storey, ward.title FROM ward
                    WHERE (ward.hospital_id, ward.code) IN ((?, ?), (?, ?))
                    """;
            assertThat(statements).containsExactly("""
                    SELECT ward.hospital_id, ward.code, ward.storey, ward.title FROM ward WHERE ward.hospital_id = ? AND ward.code = ?
                    """, two);
        }
    }

    @DatabaseTest
    void whatIsJoinedBelowACollectionDoesNotRepeatItsObjects() {
        try (Session session = sessions.open()) {
            Patient pia = session.one(select(PATIENT).where(PATIENT.name.eq("Pia"))
                    .options(selectIn(PATIENT.notes).then(joined(NOTE.attachments))));

            assertThat(pia.notes()).extracting(Note::text).containsExactlyInAnyOrder("n1", "n2", "n3");
            assertThat(pia.notes()).allMatch(note -> note.attachments().size() == 2);
        }
    }

    @DatabaseTest
    void twoJoinedCollectionsDoNotMultiply(StatementLog statements) {
        try (Session session = sessions.open()) {
            Patient pia = session.one(select(PATIENT).where(PATIENT.name.eq("Pia")).options(joined(PATIENT.treatments),
                    joined(PATIENT.notes).then(joined(NOTE.attachments)),
                    joined(PATIENT.primary).then(joined(DOCTOR.license))));

            assertThat(pia.notes()).hasSize(3).allMatch(note -> note.attachments().size() == 2);
            assertThat(pia.treatments()).hasSize(2);
            assertThat(pia.primary().license().getDoctor()).isSameAs(pia.primary());
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void optionsAboutColumnsAddUp(StatementLog statements) {
        try (Session session = sessions.open()) {
            session.all(select(NOTE).options(defer(NOTE.text), defer(NOTE.patientId)));
            session.all(select(NOTE).options(loadOnly(NOTE.text), loadOnly(NOTE.priority)));

            assertThat(statements).containsExactly("SELECT note.id, note.priority FROM note",
                    "SELECT note.id, note.text, note.priority FROM note");
        }
    }

    @DatabaseTest
    void theVersionIsLoadedWithEveryColumn() {
        try (Session session = sessions.open()) {
            Hospital hospital = session.one(select(HOSPITAL).options(loadOnly(HOSPITAL.name)));
            int version = Clinic.patient(session, "Pia").primary().employer().version();
            assertThat(session.require(Hospital.class, hospital.id(), expectVersion(version))).isSameAs(hospital);

            hospital.name("Other");
            session.commit();

            assertThat(hospital.version()).isEqualTo(version + 1);
        }
    }

    @DatabaseTest
    void aDecimalNumberIsTheSameKeyWithAndWithoutZeros() {
        try (Session session = sessions.open()) {
            Bill bill = session.require(Bill.class, new BigDecimal("1.5"));
            Bill fresh = new Bill("7.5");
            session.add(fresh);

            assertThat(session.require(Bill.class, new BigDecimal("1.500"))).isSameAs(bill);
            assertThat(session.all(select(BILL))).hasSize(3).contains(bill, fresh);
        }
    }

    @DatabaseTest
    void aDeletedObjectStillKnowsWhatItRefersTo() {
        try (Session session = sessions.open()) {
            Patient rex = Clinic.patient(session, "Rex");
            session.delete(rex);
            session.flush();

            assertThat(rex.primary().name()).isEqualTo("Bob");
        }
    }

    @DatabaseTest(only = {"mariadb", "mysql"})
    void aKeyInOtherLettersIsTheSameWhereTheDatabaseSaysSo() {
        sessions.inTransaction(session -> session.execute(
                text("INSERT INTO region (code, name, parent_code) VALUES ('hh', 'h', 'De'), ('nrw', 'n', 'de')")));

        try (Session session = sessions.open()) {
            List<Region> regions = session.all(select(REGION).where(REGION.code.in("hh", "nrw")).orderBy(REGION.code));
            assertThat(regions).extracting(region -> region.parent().code()).containsExactly("DE", "DE");
        }
        try (Session session = sessions.open()) {
            List<Region> regions = session.all(select(REGION).where(REGION.code.in("DE", "EU")).orderBy(REGION.code));
            assertThat(regions.getFirst().children()).extracting(Region::code).containsExactly("BY", "hh", "nrw");
        }
    }
}
