package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.OffsetDateTime;

/** Its key is a point in time with an offset. Confined to one thread at a time. */
@Entity
public final class Departure extends DepartureBase {
    interface Mapped {
        @Id
        OffsetDateTime leaves();

        @Column(length = 20)
        String name();
    }

    Departure() {}

    /** Makes one. */
    public Departure(OffsetDateTime leaves, String name) {
        leaves(leaves);
        name(name);
    }
}
