package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.hospital.Attachment_.ATTACHMENT;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import org.junit.jupiter.api.BeforeEach;

/** Detached objects on their way into another session. */
class HospitalMergeTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
    }

    @DatabaseTest
    void aNewObjectMayReferToADetachedOne() {
        Doctor ann = sessions.fromTransaction(session -> Clinic.doctor(session, "Ann"));

        try (Session session = sessions.open()) {
            Patient merged = session.merge(new Patient("Zed").primary(ann));
            session.commit();

            assertThat(merged.primary()).isNotSameAs(ann);
            assertThat(merged.primary().patients()).hasSize(3).contains(merged);
        }
    }

    @DatabaseTest
    void whatSomebodyElseChangedIsNotOverwritten() {
        Hospital read = sessions.fromTransaction(session -> session.one(select(HOSPITAL)));
        sessions.inTransaction(session -> session.one(select(HOSPITAL)).name("Theirs"));
        read.name("Mine");

        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.merge(read)).isInstanceOf(StaleDataException.class)
                    .hasMessageContaining(
                            "Hospital[id=1] cannot be merged: it was read with version 1, but has version 2 now");
            assertThat(session.one(select(HOSPITAL.name))).isEqualTo("Theirs");
        }
    }

    @DatabaseTest
    void collectionsAreLoadedOnceAndNotObjectByObject(StatementLog statements) {
        Patient pia = sessions.fromTransaction(session -> {
            Patient found = Clinic.patient(session, "Pia");
            found.notes().forEach(note -> assertThat(note.attachments()).hasSize(2));
            return found;
        });
        pia.notes().getFirst().attachments().clear();
        pia.notes().getLast().text("changed");
        pia.notes().add(new Note("n4", 4));

        try (Session session = sessions.open()) {
            statements.clear();
            Patient merged = session.merge(pia);
            assertThat(statements).hasCount(3);

            session.commit();

            assertThat(merged.notes()).extracting(Note::text).hasSize(4).contains("changed", "n4");
            assertThat(session.count(select(ATTACHMENT))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void aDetachedGraphIsAttachedWithItsChanges(StatementLog statements) {
        Patient pia = sessions.fromTransaction(session -> {
            Patient found = Clinic.patient(session, "Pia");
            assertThat(found.notes()).hasSize(3);
            return found;
        });
        pia.name("Pam");
        pia.notes().getFirst().text("changed");

        sessions.inTransaction(session -> {
            session.add(pia);
            statements.clear();
        });

        assertThat(statements).containsExactly(
                "UPDATE patient SET name=?, revision=? WHERE patient.id = ? AND patient.revision = ?",
                "UPDATE note SET text=? WHERE note.id = ?");
    }

    @DatabaseTest(only = {"sqlite", "h2"})
    void aChainLongerThanTheStackIsMerged() {
        Region last = new Region("0");
        for (int i = 1; i < 5000; i++) {
            last = new Region(String.valueOf(i)).parent(last);
        }
        Region chain = last;
        sessions.inTransaction(session -> session.add(chain));
        chain.name("changed");

        sessions.inTransaction(session -> session.merge(chain));

        try (Session session = sessions.open()) {
            assertThat(session.require(Region.class, "4999").name()).isEqualTo("changed");
        }
    }

    @DatabaseTest
    void aPrimitiveThatWasNeverSetIsLeftAlone() {
        try (Session session = sessions.open()) {
            Ward merged = session.merge(new Ward().hospitalId(1L).code("A").title("Renamed"));
            session.commit();

            assertThat(merged.title()).isEqualTo("Renamed");
            assertThat(merged.storey()).isEqualTo(1);
        }
    }

    @DatabaseTest
    void anExpiredObjectIsReadBeforeItIsWritten(StatementLog statements) {
        Region region = sessions.fromTransaction(session -> session.require(Region.class, "DE"));
        try (Session session = sessions.open()) {
            session.require(Region.class, "DE");
            session.commit();
            session.merge(region);
            statements.clear();

            session.commit();

            assertThat(statements).isEmpty();
        }
    }
}
