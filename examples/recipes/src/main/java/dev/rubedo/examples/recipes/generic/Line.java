package dev.rubedo.examples.recipes.generic;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A line of a notebook. Confined to one thread at a time. */
@Entity(table = "notebook_lines")
public final class Line extends LineBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String text();

        @Relationship(backPopulates = "lines")
        Notebook notebook();
    }

    Line() {}

    /** Creates a line. */
    public Line(String text) {
        text(text);
    }
}
