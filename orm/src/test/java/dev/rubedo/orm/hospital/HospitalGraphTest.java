package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.hospital.Attachment_.ATTACHMENT;
import static dev.rubedo.orm.hospital.Bed_.BED;
import static dev.rubedo.orm.hospital.Bill_.BILL;
import static dev.rubedo.orm.hospital.Doctor_.DOCTOR;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static dev.rubedo.orm.hospital.License_.LICENSE;
import static dev.rubedo.orm.hospital.Order_.ORDER;
import static dev.rubedo.orm.hospital.Patient_.PATIENT;
import static dev.rubedo.orm.hospital.Sample_.SAMPLE;
import static dev.rubedo.orm.hospital.Treatment_.TREATMENT;
import static dev.rubedo.orm.hospital.Ward_.WARD;
import static dev.rubedo.orm.hospital.Wide_.WIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A graph with every kind of key, column and relationship: stored, read, changed and deleted. */
class HospitalGraphTest {

    private SessionFactory sessions;

    @BeforeEach
    void open(Engine engine, StatementLog statements) {
        sessions = Clinic.open(engine, statements);
    }

    @DatabaseTest
    void theWholeGraphComesBackAsItWasStored() {
        try (Session session = sessions.open()) {
            Hospital hospital = session.one(select(HOSPITAL));
            assertThat(hospital.created()).isNotNull();
            assertThat(hospital.location()).isEqualTo(new Location("Main", 1, null));
            assertThat(hospital.billing()).isEqualTo(new Billing("DE89", Clinic.JANUARY));
            assertThat(hospital.region().parent().parent().code()).isEqualTo("EU");
            assertThat(hospital.wards()).extracting(Ward::code).containsExactly("C", "B", "A");
            assertThat(hospital.wards().getLast().beds()).hasSize(3);
            assertThat(hospital.wards().getLast().specialities()).hasSize(2);
            assertThat(hospital.doctors()).hasSize(3).contains(hospital.director());

            Doctor ann = hospital.director();
            assertThat(ann.license().getNumber()).isEqualTo("L-1");
            assertThat(ann.license().getDoctor()).isSameAs(ann);
            assertThat(ann.patients()).extracting(Patient::name).containsExactlyInAnyOrder("Pia", "Quin");
            assertThat(ann.referrals()).isEmpty();
            assertThat(ann.shifts()).extracting(Shift::day).isSortedAccordingTo((one, other) -> other.compareTo(one));
            assertThat(Clinic.doctor(session, "Cyd").mentors()).extracting(Doctor::name).containsExactly("Ann", "Bob");

            Patient pia = Clinic.patient(session, "Pia");
            assertThat(pia.state()).isEqualTo("open");
            assertThat(pia.bed().ward().hospital()).isSameAs(hospital);
            assertThat(pia.treatments()).extracting(Treatment::cost).map(BigDecimal::intValue).containsExactly(20, 10);
            assertThat(session.one(select(TREATMENT).where(TREATMENT.day.eq(Clinic.FEBRUARY))).bills()).hasSize(2);
        }
    }

    @DatabaseTest
    void attributesBehindTheSixtyFourthAreLikeTheOthers(StatementLog statements) {
        Wide stored = sessions.fromTransaction(session -> {
            Wide wide = new Wide().a1(1).a63(63).a64(64).a70(70);
            wide.parts().add(new Wide().a70(2));
            wide.parts().add(new Wide().a70(1));
            wide.fields().add(session.require(Speciality.class, Field.SURGERY));
            session.add(wide);
            return wide;
        });

        try (Session session = sessions.open()) {
            Wide wide = session.require(Wide.class, stored.id());
            assertThat(wide.late()).isEqualTo("dflt");
            assertThat(wide.parts()).extracting(Wide::a70).containsExactly(1, 2);
            assertThat(wide.parts()).allMatch(part -> part.whole() == wide);
            assertThat(wide.fields()).hasSize(1);
            statements.clear();

            wide.a70(71).a65(65);
            session.commit();

            assertThat(statements)
                    .containsExactly("UPDATE wide SET a65=?, a70=?, version=? WHERE wide.id = ? AND wide.version = ?");
            assertThat(wide.a70()).isEqualTo(71);
            assertThat(wide.version()).isEqualTo(2);
            wide.a66(1);
            session.rollback();
            assertThat(wide.a66()).isNull();
            session.delete(wide);
            session.commit();
            assertThat(session.count(select(WIDE))).isZero();
        }
    }

    @DatabaseTest
    void namesMayBeWordsOfSqlAndNeedQuotes() {
        sessions.inTransaction(session -> {
            Order order = new Order("s").group(1).source("f").where("w").key("k").value("v").index("i").user("u")
                    .name("n")
                    .as("a").length(3).table(true);
            order.desc().addAll(List.of(new Order("a"), new Order("b")));
            session.add(order);
        });

        try (Session session = sessions.open()) {
            Order order = session.one(select(ORDER).where(ORDER.select.eq("s"), ORDER.where.eq("w"), ORDER.key.eq("k"))
                    .options(joined(ORDER.desc)));
            assertThat(order.desc()).extracting(Order::select).containsExactly("b", "a");
            assertThat(order.desc()).allMatch(below -> below.asc() == order);
            order.key("kk").where("ww");
            assertThat(session.all(select(ORDER.select).where(ORDER.asc().key.eq("kk"))
                    .orderBy(ORDER.asc().where, ORDER.select))).containsExactly("a", "b");
            session.execute(update(ORDER).set(ORDER.key, "kkk").where(ORDER.where.eq("ww")));
            assertThat(order.key()).isEqualTo("kkk");
        }
    }

    @DatabaseTest
    void everyTypeComesBack() {
        OffsetDateTime offset = OffsetDateTime.parse("2026-01-01T00:00:00+05:30");
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        sessions.inTransaction(session -> session.add(new Sample().id(8), new Sample().id(7).flag(true)
                .small((short) -3)
                .big(Long.MIN_VALUE).real(1.5f).dbl(-2.25).flagN(false).smallN((short) 1).intN(2).bigN(3L).realN(0.1f)
                .dblN(0.1)
                .text("\u00e9\uD83D\uDE00").clob("x".repeat(60_000)).dec(new BigDecimal("1234567.123456"))
                .date(LocalDate.of(1, 1, 1)).time(LocalTime.of(23, 59, 59)).stamp(LocalDateTime.of(2026, 1, 1, 1, 1, 1))
                .offset(offset).instant(instant).uuid(new UUID(1, 2)).bytes(new byte[]{0, -1}).short10(new byte[]{1})
                .rank(Rank.CHIEF).locale(Locale.GERMANY)));

        try (Session session = sessions.open()) {
            Sample sample = session.require(Sample.class, 7);
            assertThat(sample.big()).isEqualTo(Long.MIN_VALUE);
            assertThat(sample.real()).isEqualTo(1.5f);
            assertThat(sample.realN()).isEqualTo(0.1f);
            assertThat(sample.flagN()).isFalse();
            assertThat(sample.text()).contains("\u00e9\uD83D\uDE00");
            assertThat(sample.clob()).hasSize(60_000);
            assertThat(sample.dec()).isEqualByComparingTo("1234567.123456");
            assertThat(sample.date()).isEqualTo(LocalDate.of(1, 1, 1));
            assertThat(sample.time()).isEqualTo(LocalTime.of(23, 59, 59));
            assertThat(sample.stamp()).isEqualTo(LocalDateTime.of(2026, 1, 1, 1, 1, 1));
            assertThat(sample.offset().toInstant()).isEqualTo(offset.toInstant());
            assertThat(sample.instant()).isEqualTo(instant);
            assertThat(sample.uuid()).isEqualTo(new UUID(1, 2));
            assertThat(sample.bytes()).containsExactly(0, -1);
            assertThat(sample.rank()).isEqualTo(Rank.CHIEF);
            assertThat(sample.locale()).isEqualTo(Locale.GERMANY);
            sample.dec(new BigDecimal("1234567.1234560")).bytes(new byte[]{0, -1}).rank(Rank.CHIEF).realN(0.1f);
            assertThat(session.isModified(sample)).isFalse();

            Sample empty = session.require(Sample.class, 8);
            assertThat(empty.text()).isEmpty();
            assertThat(empty.bytes()).isNull();
            session.execute(update(SAMPLE).set(SAMPLE.locale, Locale.FRANCE).set(SAMPLE.rank, Rank.INTERN)
                    .where(SAMPLE.id.eq(8)));
            assertThat(empty.locale()).isEqualTo(Locale.FRANCE);
            assertThat(session.all(select(SAMPLE).where(SAMPLE.locale.eq(Locale.FRANCE), SAMPLE.rank.eq(Rank.INTERN))))
                    .containsExactly(empty);
        }
    }

    @DatabaseTest
    void aCycleInWhichNothingMayBeNullNamesItsRelationships() {
        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            Key key = new Key();
            key.lock(new Lock().key(key));
            session.add(key);
        })).isInstanceOf(FlushException.class).hasMessageContaining("\"Key.lock\", \"Lock.key\"");
    }

    @DatabaseTest
    void everythingIsDeletedInOneFlush() {
        try (Session session = sessions.open()) {
            session.withoutAutoflush(() -> {
                session.all(select(PATIENT)).forEach(session::delete);
                session.all(select(BILL)).forEach(session::delete);
                session.all(select(DOCTOR)).forEach(session::delete);
                session.delete(session.one(select(HOSPITAL)));
            });
            session.commit();

            assertThat(session.count(select(DOCTOR)) + session.count(select(WARD)) + session.count(select(BED))
                    + session.count(select(LICENSE)) + session.count(select(ATTACHMENT))).isZero();
        }
    }

    @DatabaseTest
    void whatARollbackUndoesIsAsBefore() {
        try (Session session = sessions.open()) {
            Patient pia = Clinic.patient(session, "Pia");
            Doctor ann = pia.primary();
            Note note = pia.notes().getFirst();
            Patient fresh = new Patient("New").primary(ann);
            session.add(fresh);
            pia.name("Changed").primary(Clinic.doctor(session, "Bob"));
            pia.notes().remove(note);
            pia.treatments().clear();
            session.flush();

            session.rollback();

            assertThat(InstanceState.of(fresh).isTransient()).isTrue();
            assertThat(fresh.id()).isNull();
            assertThat(pia.name()).isEqualTo("Pia");
            assertThat(pia.primary()).isSameAs(ann);
            assertThat(pia.notes()).hasSize(3).contains(note);
            assertThat(pia.treatments()).hasSize(2);
            session.add(fresh);
            session.commit();
            assertThat(ann.patients()).extracting(Patient::name).containsExactlyInAnyOrder("New", "Pia", "Quin");
        }
    }

    @DatabaseTest
    void aSavepointUndoesWhatCameAfterIt() {
        try (Session session = sessions.open()) {
            Patient pia = Clinic.patient(session, "Pia");
            Patient quin = Clinic.patient(session, "Quin");
            Doctor ann = Clinic.doctor(session, "Ann");
            pia.name("P1");
            var savepoint = session.savepoint();
            pia.name("P2");
            quin.name("Q2");
            Patient inner = new Patient("Inner").primary(ann);
            session.add(inner);
            session.delete(pia.notes().getFirst());
            session.inSavepoint(() -> quin.name("Q3"));

            savepoint.rollback();

            assertThat(pia.name()).isEqualTo("P1");
            assertThat(quin.name()).isEqualTo("Quin");
            assertThat(pia.notes()).hasSize(3);
            assertThat(InstanceState.of(inner).isTransient()).isTrue();
            assertThat(ann.patients()).containsExactlyInAnyOrder(pia, quin);
            session.commit();
        }
    }

    @DatabaseTest
    void aFailureWithinASavepointLeavesWhatCameBefore() {
        try (Session session = sessions.open()) {
            Doctor cyd = Clinic.doctor(session, "Cyd");
            Patient before = new Patient("Before").primary(cyd);
            session.add(before);

            assertThatThrownBy(() -> session.inSavepoint(() -> {
                cyd.license(new License("L-1"));
                session.flush();
            })).isInstanceOf(IntegrityException.class);

            assertThat(cyd.license()).isNull();
            session.commit();
            assertThat(before.primary()).isSameAs(cyd);
            cyd.license(new License("L-2"));
            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            assertThatThrownBy(() -> cyd.name()).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("rollback()");
            session.rollback();
            cyd.license(new License("L-3"));
            session.commit();
            assertThat(cyd.license().getNumber()).isEqualTo("L-3");
        }
    }
}
