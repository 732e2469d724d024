package dev.rubedo.orm.relation.natural;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A platform of a station. Confined to one thread at a time. */
@Entity(table = "platforms")
public class Platform extends PlatformBase {
    interface Mapped {
        @Id
        Long id();

        @ForeignKey(value = "stations.region_code", updateCascade = true)
        String stationRegion();

        @ForeignKey(value = "stations.number", updateCascade = true)
        int stationNumber();

        @Relationship(backPopulates = "platforms")
        Station station();
    }
}
