package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** A vehicle with a payload. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "truck")
public final class Truck extends TruckBase {
    interface Mapped extends Vehicle.Mapped {
        @Nullable
        Integer payload();
    }
}
