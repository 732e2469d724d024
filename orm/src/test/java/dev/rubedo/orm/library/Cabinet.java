package dev.rubedo.orm.library;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has a place, drawers by their labels, and is not seen while it is hidden. Confined to one thread at a time. */
@Entity
public final class Cabinet extends CabinetBase {

    /** Where it stands. Immutable. */
    record Place(int floor, @Column(length = 20) String room) {}

    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        boolean hidden();

        @Embedded
        @Nullable
        Place place();

        @Relationship(cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "label", orderBy = "id")
        Map<String, Drawer> drawers();
    }

    Cabinet() {}

    Cabinet(String name) {
        name(name);
    }

    @Criteria
    static Condition visible(Cabinet_ cabinet) {
        return cabinet.hidden.eq(false);
    }
}
