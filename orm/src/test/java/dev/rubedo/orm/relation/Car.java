package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A car that owns its motor and its labels, although their foreign keys would allow sharing. Confined to one thread at a time. */
@Entity(table = "cars")
public final class Car extends CarBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship(cascade = Cascade.ALL_DELETE_ORPHAN, singleParent = true)
        @Nullable
        Motor motor();

        @Relationship(cascade = Cascade.ALL_DELETE_ORPHAN, singleParent = true, joinTable = "car_sticker", backPopulates = "cars")
        Set<Sticker> stickers();

        @Relationship(activeHistory = true)
        @Nullable
        Driver driver();
    }
}
