package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A part of a car, or its driver. Confined to one thread at a time. */
@Entity(table = "motors")
public final class Motor extends MotorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();
    }

    Motor() {}

    /** Makes one. */
    public Motor(String name) {
        name(name);
    }
}
