package dev.rubedo.examples.recipes.generic;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** The first way: one table, and a join table for each kind of owner. Confined to one thread at a time. */
@Entity(table = "places")
public final class Place extends PlaceBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String town();
    }

    Place() {}

    /** Creates a place. */
    public Place(String town) {
        town(town);
    }
}
