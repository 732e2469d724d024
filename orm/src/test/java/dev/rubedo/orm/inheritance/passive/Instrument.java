package dev.rubedo.orm.inheritance.passive;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;

/** The root, which decides who deletes the rows of subclasses. Confined to one thread at a time. */
@Entity(table = "instruments")
@Polymorphic(on = "kind", passiveDeletes = true)
public class Instrument extends InstrumentBase {
    protected interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();
    }

    protected Instrument() {}

    Instrument(String name) {
        name(name);
    }
}
