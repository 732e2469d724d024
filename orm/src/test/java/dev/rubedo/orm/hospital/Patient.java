package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two foreign keys to one entity, a one-to-many without an inverse side, a version that is a long. */
@Entity
public final class Patient extends PatientBase {
    interface Mapped extends Named, Audited {
        @Id
        Long id();
        @Version
        long revision();
        @Nullable
        LocalDate born();
        @ForeignKey("doctor.id")
        UUID primaryId();
        @ForeignKey("doctor.id")
        @Nullable
        UUID referringId();
        @Relationship(backPopulates = "patients", foreignKey = "primaryId")
        Doctor primary();
        @Relationship(backPopulates = "referrals", foreignKey = "referringId")
        @Nullable
        Doctor referring();
        @Relationship(backPopulates = "patient")
        @Nullable
        Bed bed();
        @Relationship(backPopulates = "patient", cascade = ALL_DELETE_ORPHAN, orderBy = "day, cost desc")
        List<Treatment> treatments();
        @Relationship(cascade = ALL_DELETE_ORPHAN, orderBy = "priority")
        List<Note> notes();
        @Column(length = 8)
        @ServerDefault("'open'")
        String state();
    }

    Patient() {}

    Patient(String name) {
        name(name);
    }
}
