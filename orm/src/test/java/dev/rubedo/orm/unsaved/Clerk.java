package dev.rubedo.orm.unsaved;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Does not save its firm. Confined to one thread at a time. */
@Entity(table = "clerks")
public final class Clerk extends ClerkBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "clerks", cascade = {})
        @Nullable
        Firm firm();
    }

    Clerk() {}

    Clerk(String name) {
        name(name);
    }
}
