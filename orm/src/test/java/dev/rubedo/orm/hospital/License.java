package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The style of JavaBeans, and the required side of a one-to-one. */
@Entity(table = "licenses")
public final class License extends LicenseBase {
    interface Mapped {
        @Id
        @Column(length = 20)
        String getNumber();
        boolean isValid();
        @Nullable
        LocalDate getIssued();
        @Relationship(backPopulates = "license")
        Doctor getDoctor();
    }

    License() {}

    License(String number) {
        setNumber(number);
        setValid(true);
    }
}
