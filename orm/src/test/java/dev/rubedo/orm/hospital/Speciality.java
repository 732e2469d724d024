package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** An enum as key. */
@Entity
public final class Speciality extends SpecialityBase {
    interface Mapped {
        @Id
        Field field();
        @Column(length = Column.UNLIMITED)
        String description();
        @Relationship(backPopulates = "specialities")
        Set<Doctor> doctors();
    }

    Speciality() {}

    Speciality(Field field) {
        field(field);
        description("about " + field);
    }
}
