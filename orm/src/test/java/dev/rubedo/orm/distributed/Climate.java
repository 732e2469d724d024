package dev.rubedo.orm.distributed;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A kind of climate, in one database for all shards. Confined to one thread at a time. */
@Entity(table = "climates")
public final class Climate extends ClimateBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();
    }

    Climate() {}

    /** Makes one. */
    public Climate(String name) {
        name(name);
    }
}
