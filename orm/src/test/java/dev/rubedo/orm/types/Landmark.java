package dev.rubedo.orm.types;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;

/** A landmark with its place on a map. Confined to one thread at a time. */
@Entity(table = "landmarks")
public final class Landmark extends LandmarkBase {
    interface Mapped {
        @Id
        Long id();

        @Type(value = SpotTypes.class, constant = "SPOT")
        Spot spot();
    }

    Landmark() {}

    /** Makes one. */
    public Landmark(Spot spot) {
        spot(spot);
    }
}
