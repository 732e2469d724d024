package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The target of a foreign key of its own foreign key: a cycle that a nullable key opens. */
@Entity
public final class Hospital extends HospitalBase {
    interface Mapped extends Named, Audited {
        @Id
        Long id();
        @Version
        int version();
        @Embedded
        Location location();
        @Embedded(prefix = "")
        @Nullable
        Billing billing();
        @Relationship
        @Nullable
        Region region();
        @Relationship(backPopulates = "hospital", cascade = ALL_DELETE_ORPHAN, orderBy = "storey, code desc")
        List<Ward> wards();
        @Relationship(backPopulates = "employer")
        Set<Doctor> doctors();
        @ForeignKey("doctor.id")
        @Nullable
        UUID directorId();
        @Relationship(foreignKey = "directorId")
        @Nullable
        Doctor director();
    }

    Hospital() {}

    Hospital(String name) {
        name(name);
        location(new Location("Main", 1, null));
    }
}
