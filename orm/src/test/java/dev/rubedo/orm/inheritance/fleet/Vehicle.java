package dev.rubedo.orm.inheritance.fleet;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** An abstract root in the style of JavaBeans. Confined to one thread at a time. */
@Entity(table = "vehicles")
@Polymorphic(on = "kind")
public abstract class Vehicle extends VehicleBase {

    /** The classes of vehicles. Immutable. */
    public enum Kind {
        CAR, TRUCK, TANKER
    }

    interface Mapped {
        @Id(assigned = true)
        @Column(length = 10)
        String getPlate();

        Kind getKind();

        @Column(length = 30)
        String getBrand();

        @Relationship(backPopulates = "trailers")
        @Nullable
        Truck getTractor();
    }
}
