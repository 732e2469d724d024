package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.Duration;

/** Its key is an amount of time. Confined to one thread at a time. */
@Entity
public final class Lap extends LapBase {
    interface Mapped {
        @Id
        Duration took();

        @Column(length = 20)
        String name();
    }

    Lap() {}

    /** Makes one. */
    public Lap(Duration took, String name) {
        took(took);
        name(name);
    }
}
