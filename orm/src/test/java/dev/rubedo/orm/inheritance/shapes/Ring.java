package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass of a class with a table. Confined to one thread at a time. */
@Entity(table = "rings")
public final class Ring extends RingBase {

    interface Mapped extends Circle.Mapped {
        @Nullable
        Integer hole();
    }

    Ring() {}

    Ring(String name, int radius, int hole) {
        name(name).radius(radius).hole(hole);
    }
}
