package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** A date as key. */
@Entity
public final class Shift extends ShiftBase {
    interface Mapped {
        @Id
        LocalDate day();
        LocalTime begin();
        @Relationship(backPopulates = "shifts")
        List<Doctor> doctors();
    }

    Shift() {}

    Shift(LocalDate day) {
        day(day);
        begin(LocalTime.of(6, 30));
    }
}
