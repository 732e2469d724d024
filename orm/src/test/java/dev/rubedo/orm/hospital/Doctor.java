package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.JoinTable;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import dev.rubedo.sql.Expression;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID as key, many-to-many to itself without an inverse side, two relationships with the same entity. */
@Entity
@Index(name = "ix_doctor_rank", on = {"rank", "name"})
public final class Doctor extends DoctorBase {
    interface Mapped extends Named {
        @Id
        UUID id();
        Rank rank();
        @ForeignKey("hospital.id")
        Long employerId();
        @Relationship(backPopulates = "doctors", foreignKey = "employerId")
        Hospital employer();
        @Relationship(joinTable = "doctor_speciality", backPopulates = "doctors")
        Set<Speciality> specialities();
        @JoinTable(name = "mentoring", columns = "pupil", inverseColumns = "mentor")
        @Relationship(orderBy = "name")
        List<Doctor> mentors();
        @Relationship(backPopulates = "doctor", cascade = ALL_DELETE_ORPHAN)
        @Nullable
        License license();
        @Relationship(backPopulates = "primary")
        List<Patient> patients();
        @Relationship(backPopulates = "referring")
        Set<Patient> referrals();
        @Relationship(backPopulates = "doctor", cascade = ALL_DELETE_ORPHAN, orderBy = "day")
        List<Treatment> treatments();
        @JoinTable(name = "duty roster", columns = "the doctor", inverseColumns = "on day")
        @Relationship(backPopulates = "doctors", orderBy = "day desc")
        List<Shift> shifts();
    }

    Doctor() {}

    Doctor(String name) {
        id(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)));
        name(name);
        rank(Rank.RESIDENT);
    }

    @Validates("name")
    String check(String name) {
        if (name.isBlank())
            throw new IllegalArgumentException("blank");
        return name.trim();
    }

    @Hybrid
    public boolean senior() {
        return rank() == Rank.CHIEF || rank() == Rank.ATTENDING;
    }

    @Hybrid
    static Expression<Boolean> senior(Doctor_ d) {
        return d.rank.in(Rank.CHIEF, Rank.ATTENDING);
    }
}
