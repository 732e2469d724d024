package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Unique;
import java.util.List;

/** A composite key, one part of which is a foreign key. */
@Entity
@Unique(name = "uq_ward_title", on = {"hospitalId", "title"})
public final class Ward extends WardBase {
    interface Mapped {
        @Id
        @ForeignKey("hospital.id")
        Long hospitalId();
        @Id
        @Column(length = 10)
        String code();
        int storey();
        @Column(length = 40)
        String title();
        @Relationship(backPopulates = "wards")
        Hospital hospital();
        @Relationship(backPopulates = "ward", cascade = ALL_DELETE_ORPHAN, orderBy = "number")
        List<Bed> beds();
        @Relationship(joinTable = "ward_speciality")
        List<Speciality> specialities();
    }

    Ward() {}

    Ward(String code, int storey) {
        code(code);
        storey(storey);
        title("Ward " + code);
    }
}
