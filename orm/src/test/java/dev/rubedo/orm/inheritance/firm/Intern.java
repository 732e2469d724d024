package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass in the table of its superclass, whose discriminator value is its name. Confined to one thread at a time. */
@Entity
public final class Intern extends InternBase {

    interface Mapped extends Engineer.Mapped {
        @Nullable
        Integer weeks();
    }

    Intern() {}

    /** Creates an intern. */
    public Intern(String name, int weeks) {
        name(name).language("basic").weeks(weeks);
    }
}
