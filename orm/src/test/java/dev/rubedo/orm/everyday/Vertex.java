package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** Has a point in two columns. Confined to one thread at a time. */
@Entity(table = "vertices")
final class Vertex extends VertexBase {
    interface Mapped {
        @Id
        Integer id();

        @Embedded(columns = {"x", "y"})
        Point point();
    }

    /** A place. Immutable. */
    record Point(int x, int y) {}

    Vertex() {}

    Vertex(Point point) {
        point(point);
    }
}
