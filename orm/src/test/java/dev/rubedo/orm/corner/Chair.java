package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** A foreign key of two columns; the relationship is only on the other side. Confined to one thread at a time. */
@Entity(table = "chairs")
public final class Chair extends ChairBase {
    interface Mapped {
        @Id
        int id();

        String label();

        @ForeignKey("rooms.house")
        @Nullable
        String house();

        @ForeignKey("rooms.number")
        @Nullable
        Integer room();
    }

    Chair() {}

    /** Makes one. */
    public Chair(String label) {
        label(label);
    }
}
