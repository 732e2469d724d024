package dev.rubedo.examples.modules;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A sighting of a bird. Confined to one thread at a time, as its session is. */
@Entity(table = "sightings")
public final class Sighting extends SightingBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String bird();

        @Column
        int number();
    }

    Sighting() {}

    /** Creates a sighting that is not stored yet. */
    public Sighting(String bird, int number) {
        bird(bird);
        number(number);
    }
}
