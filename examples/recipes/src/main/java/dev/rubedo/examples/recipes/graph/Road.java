package dev.rubedo.examples.recipes.graph;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An edge from one node to another. Confined to one thread at a time. */
@Entity(table = "roads")
public final class Road extends RoadBase {
    interface Mapped {
        @Id
        @ForeignKey("cities.id")
        Long startId();

        @Id
        @ForeignKey("cities.id")
        Long endId();

        int length();

        @Relationship(backPopulates = "outgoing", foreignKey = "startId")
        City start();

        @Relationship(backPopulates = "incoming", foreignKey = "endId")
        City end();
    }

    Road() {}

    /** Creates a road. */
    public Road(City start, City end, int length) {
        length(length);
        start(start);
        end(end);
    }
}
