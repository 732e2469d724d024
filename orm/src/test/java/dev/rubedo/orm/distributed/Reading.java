package dev.rubedo.orm.distributed;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A temperature that a station read, in the shard of the station. Confined to one thread at a time. */
@Entity(table = "readings")
public final class Reading extends ReadingBase {
    interface Mapped {
        @Id
        Long id();

        int temperature();

        @Relationship(backPopulates = "readings")
        Station station();
    }

    Reading() {}

    /** Makes one. */
    public Reading(int temperature) {
        temperature(temperature);
    }
}
