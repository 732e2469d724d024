package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** Another class with a table, to which others refer. Confined to one thread at a time. */
@Entity
public final class Square extends SquareBase {

    interface Mapped extends Shape.Mapped {
        int side();

        @Relationship(backPopulates = "square", orderBy = "id")
        List<Corner> corners();
    }

    Square() {}

    Square(String name, int side) {
        name(name).side(side);
    }
}
