package dev.rubedo.orm.inheritance.fleet;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass with a required attribute. Confined to one thread at a time. */
@Entity
public final class Car extends CarBase {

    interface Mapped extends Vehicle.Mapped {
        int getDoors();

        @Nullable
        Integer getWheels();

        @Column(length = 30)
        String getColour();
    }
}
