package dev.rubedo.orm.inheritance.fleet;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A subclass with a relationship. Confined to one thread at a time. */
@Entity
public class Truck extends TruckBase {

    interface Mapped extends Vehicle.Mapped {
        long getLoad();

        @Column(name = "wheels")
        int getAxles();

        @Relationship(backPopulates = "tractor", orderBy = "plate")
        List<Vehicle> getTrailers();
    }
}
