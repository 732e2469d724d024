package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Entity;

/** A class with a table and a subclass. Confined to one thread at a time. */
@Entity(table = "circles")
public class Circle extends CircleBase {

    interface Mapped extends Shape.Mapped {
        int radius();
    }

    Circle() {}

    Circle(String name, int radius) {
        name(name).radius(radius);
    }
}
