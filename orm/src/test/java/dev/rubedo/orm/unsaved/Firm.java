package dev.rubedo.orm.unsaved;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** Saves none of its clerks. Confined to one thread at a time. */
@Entity(table = "firms")
public final class Firm extends FirmBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "firm", cascade = {})
        List<Clerk> clerks();
    }

    Firm() {}

    Firm(String name) {
        name(name);
    }
}
