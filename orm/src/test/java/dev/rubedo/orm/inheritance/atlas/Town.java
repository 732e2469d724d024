package dev.rubedo.orm.inheritance.atlas;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** A subclass with a table of its own. Confined to one thread at a time. */
@Entity(table = "towns")
@Polymorphic(identity = "2")
public final class Town extends TownBase {

    interface Mapped extends Spot.Mapped {
        @Column(length = 20)
        String mayor();
    }

    Town() {}

    Town(String country, int code, String mayor) {
        country(country).code(code).mayor(mayor);
    }
}
