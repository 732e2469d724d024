package dev.rubedo.orm.inheritance.fleet;

import dev.rubedo.mapping.Entity;

/** A subclass of a subclass without attributes. Confined to one thread at a time. */
@Entity
public final class Tanker extends TankerBase {

    interface Mapped extends Truck.Mapped {}
}
