package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A composite key of its own. Confined to one thread at a time. */
@Entity(table = "rooms")
public final class Room extends RoomBase {
    interface Mapped {
        @Id
        String house();

        @Id
        Integer number();

        @Relationship(cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "label")
        List<Chair> chairs();
    }

    Room() {}

    /** Makes one. */
    public Room(String house, Integer number) {
        house(house);
        number(number);
    }
}
