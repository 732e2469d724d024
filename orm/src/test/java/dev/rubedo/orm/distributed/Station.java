package dev.rubedo.orm.distributed;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A weather station, in the shard of its continent. Confined to one thread at a time. */
@Entity(table = "stations")
public final class Station extends StationBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String continent();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "station", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Reading> readings();

        @Relationship
        @Nullable
        Climate climate();
    }

    Station() {}

    /** Makes one. */
    public Station(String continent, String name) {
        continent(continent);
        name(name);
    }
}
