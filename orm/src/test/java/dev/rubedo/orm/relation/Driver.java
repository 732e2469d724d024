package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A part of a car, or its driver. Confined to one thread at a time. */
@Entity(table = "drivers")
public final class Driver extends DriverBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();
    }

    Driver() {}

    /** Makes one. */
    public Driver(String name) {
        name(name);
    }
}
