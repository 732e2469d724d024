package dev.rubedo.orm.relation.natural;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A region with a code as its key. Confined to one thread at a time. */
@Entity(table = "regions")
public class Region extends RegionBase {
    interface Mapped {
        @Id(assigned = true)
        String code();

        @Relationship(backPopulates = "region")
        List<Station> stations();
    }

    Region() {}

    Region(String code) {
        code(code);
    }
}
