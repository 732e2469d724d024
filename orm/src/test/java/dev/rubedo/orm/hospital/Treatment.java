package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An association object with a key of three parts and columns of its own. */
@Entity
public final class Treatment extends TreatmentBase {
    interface Mapped {
        @Id
        @ForeignKey("patient.id")
        Long patientId();
        @Id
        @ForeignKey("doctor.id")
        UUID doctorId();
        @Id
        LocalDate day();
        @Column(precision = 10, scale = 2)
        BigDecimal cost();
        @Nullable
        String remark();
        @Relationship(backPopulates = "treatments")
        Patient patient();
        @Relationship(backPopulates = "treatments")
        Doctor doctor();
        @Relationship(backPopulates = "treatment")
        List<Bill> bills();
    }

    Treatment() {}

    Treatment(LocalDate day, String cost) {
        day(day);
        cost(new BigDecimal(cost));
    }
}
