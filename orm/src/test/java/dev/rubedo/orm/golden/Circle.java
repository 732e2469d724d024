package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A shape with a radius. Confined to one thread at a time. */
@Entity(table = "circles")
public final class Circle extends CircleBase {
    interface Mapped extends Shape.Mapped {
        @Nullable
        Integer radius();
    }
}
