package dev.rubedo.examples.recipes.graph;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A node. Confined to one thread at a time. */
@Entity(table = "cities")
public final class City extends CityBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "start", foreignKey = "startId", cascade = Cascade.ALL_DELETE_ORPHAN)
        List<Road> outgoing();

        @Relationship(backPopulates = "end", foreignKey = "endId", cascade = Cascade.ALL_DELETE_ORPHAN)
        List<Road> incoming();
    }

    City() {}

    /** Creates a city. */
    public City(String name) {
        name(name);
    }
}
