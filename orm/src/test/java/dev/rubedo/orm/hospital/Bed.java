package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A composite foreign key made by its relationship, and the side of a one-to-one that has the key. */
@Entity
public final class Bed extends BedBase {
    interface Mapped {
        @Id
        Integer id();
        short number();
        @Relationship(backPopulates = "beds")
        Ward ward();
        @ForeignKey("patient.id")
        @Nullable
        Long patientId();
        @Relationship(backPopulates = "bed")
        @Nullable
        Patient patient();
    }

    Bed() {}

    Bed(int number) {
        number((short) number);
    }
}
