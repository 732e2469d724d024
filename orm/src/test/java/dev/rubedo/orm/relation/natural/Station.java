package dev.rubedo.orm.relation.natural;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A station, whose key includes the code of its region. Confined to one thread at a time. */
@Entity(table = "stations")
public class Station extends StationBase {
    interface Mapped {
        @Id(assigned = true)
        @ForeignKey(value = "regions.code", updateCascade = true)
        String regionCode();

        @Id(assigned = true)
        int number();

        @Relationship(backPopulates = "stations")
        Region region();

        @Relationship(backPopulates = "station")
        List<Platform> platforms();
    }

    Station() {}

    Station(int number) {
        number(number);
    }
}
