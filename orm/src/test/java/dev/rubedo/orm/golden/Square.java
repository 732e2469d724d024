package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A shape with a side. Confined to one thread at a time. */
@Entity(table = "squares")
public final class Square extends SquareBase {
    interface Mapped extends Shape.Mapped {
        @Nullable
        Integer side();
    }
}
