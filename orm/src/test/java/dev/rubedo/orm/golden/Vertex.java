package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** A line from a point to a point. Confined to one thread at a time. */
@Entity(table = "vertices")
public final class Vertex extends VertexBase {
    interface Mapped {
        @Id
        Integer id();

        @Embedded(columns = {"x1", "y1"})
        @Nullable
        Point start();

        @Embedded(columns = {"x2", "y2"})
        @Nullable
        Point end();
    }
}
