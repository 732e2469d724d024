package dev.rubedo.examples.recipes.nested;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A position in an organization. Confined to one thread at a time. */
@Entity(table = "positions")
public final class Position extends PositionBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String title();

        @Column(name = "from_number")
        int from();

        @Column(name = "to_number")
        int to();
    }

    Position() {}

    Position(String title, int from) {
        title(title).from(from).to(from + 1);
    }
}
