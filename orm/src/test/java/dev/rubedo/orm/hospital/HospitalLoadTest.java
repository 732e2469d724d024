package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.expectVersion;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.text;
import static dev.rubedo.orm.hospital.Bill_.BILL;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static dev.rubedo.orm.hospital.Note_.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;

/** What is loaded with a query, after it, and in how many statements. */
class HospitalLoadTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
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
}
