package dev.rubedo.orm.hospital;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.hospital.Attachment_.ATTACHMENT;
import static dev.rubedo.orm.hospital.Bed_.BED;
import static dev.rubedo.orm.hospital.Bill_.BILL;
import static dev.rubedo.orm.hospital.Doctor_.DOCTOR;
import static dev.rubedo.orm.hospital.Hospital_.HOSPITAL;
import static dev.rubedo.orm.hospital.Key_.KEY;
import static dev.rubedo.orm.hospital.License_.LICENSE;
import static dev.rubedo.orm.hospital.Lock_.LOCK;
import static dev.rubedo.orm.hospital.Note_.NOTE;
import static dev.rubedo.orm.hospital.Order_.ORDER;
import static dev.rubedo.orm.hospital.Patient_.PATIENT;
import static dev.rubedo.orm.hospital.Region_.REGION;
import static dev.rubedo.orm.hospital.Sample_.SAMPLE;
import static dev.rubedo.orm.hospital.Shift_.SHIFT;
import static dev.rubedo.orm.hospital.Speciality_.SPECIALITY;
import static dev.rubedo.orm.hospital.Treatment_.TREATMENT;
import static dev.rubedo.orm.hospital.Ward_.WARD;
import static dev.rubedo.orm.hospital.Wide_.WIDE;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;
import java.time.LocalDate;
import java.util.List;

/** One hospital with its wards, doctors and patients, stored by its roots alone. No state, no instances. */
final class Clinic {

    static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

    private Clinic() {}

    static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(ATTACHMENT, BED, BILL, DOCTOR, HOSPITAL, KEY, LICENSE, LOCK, NOTE, ORDER, PATIENT,
                REGION, SAMPLE, SHIFT,
                SPECIALITY, TREATMENT, WARD, WIDE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.builder(engine, model).build();
        sessions.inTransaction(Clinic::store);
        statements.clear();
        return sessions;
    }

    private static void store(Session session) {
        Hospital hospital = new Hospital("Charite")
                .region(new Region("BY").parent(new Region("DE").parent(new Region("EU"))))
                .billing(new Billing("DE89", JANUARY));
        Ward a = new Ward("A", 1);
        Ward b = new Ward("B", 1);
        hospital.wards().addAll(List.of(a, b, new Ward("C", 0)));
        a.beds().addAll(List.of(new Bed(1), new Bed(2), new Bed(3)));
        b.beds().add(new Bed(1));

        Speciality surgery = new Speciality(Field.SURGERY);
        Speciality cardiology = new Speciality(Field.CARDIOLOGY);
        a.specialities().addAll(List.of(surgery, cardiology));
        Doctor ann = new Doctor("Ann").rank(Rank.CHIEF);
        Doctor bob = new Doctor("Bob");
        Doctor cyd = new Doctor("Cyd").rank(Rank.INTERN);
        hospital.doctors().addAll(List.of(ann, bob, cyd));
        hospital.director(ann);
        ann.specialities().addAll(List.of(surgery, cardiology));
        bob.specialities().add(cardiology);
        cyd.mentors().addAll(List.of(bob, ann));
        bob.mentors().add(ann);
        ann.license(new License("L-1"));
        bob.license(new License("L-2"));
        Shift first = new Shift(LocalDate.of(2026, 3, 1));
        ann.shifts().addAll(List.of(first, new Shift(LocalDate.of(2026, 3, 2))));
        bob.shifts().add(first);

        Patient pia = new Patient("Pia").primary(ann).referring(bob);
        Patient quin = new Patient("Quin").primary(ann);
        pia.bed(a.beds().getFirst());
        for (String text : List.of("n1", "n2", "n3")) {
            pia.notes().add(new Note(text, 1));
        }
        for (String label : List.of("first", "second")) {
            pia.notes().forEach(note -> note.attachments().add(new Attachment(label)));
        }
        pia.treatments().add(new Treatment(JANUARY, "10.50").doctor(ann));
        pia.treatments().add(new Treatment(JANUARY, "20").doctor(bob));
        Treatment later = new Treatment(FEBRUARY, "30").patient(quin).doctor(ann);
        later.bills().addAll(List.of(new Bill("1.5"), new Bill("2.25")));
        session.add(hospital, pia, quin, new Patient("Rex").primary(bob));
    }

    static Patient patient(Session session, String name) {
        return session.one(select(PATIENT).where(PATIENT.name.eq(name)));
    }

    static Doctor doctor(Session session, String name) {
        return session.one(select(DOCTOR).where(DOCTOR.name.eq(name)));
    }
}
