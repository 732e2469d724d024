package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** A vehicle with doors. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "car")
public final class Car extends CarBase {
    interface Mapped extends Vehicle.Mapped {
        @Nullable
        Integer doors();
    }
}
