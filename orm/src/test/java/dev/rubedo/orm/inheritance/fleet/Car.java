package dev.rubedo.orm.inheritance.fleet;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;

/** A subclass with a required attribute. Confined to one thread at a time. */
@Entity
public final class Car extends CarBase {

    interface Mapped extends Vehicle.Mapped {
        int getDoors();

        @Column(length = 30)
        String getColour();
    }
}
