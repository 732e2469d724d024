package dev.rubedo.examples.kotlin;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A shelf with books. Confined to one thread at a time, as its session is. */
@Entity(table = "shelves")
public final class Shelf extends ShelfBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50, unique = true)
        String label();

        @Relationship(backPopulates = "shelf", cascade = ALL_DELETE_ORPHAN, orderBy = "title")
        List<Volume> volumes();
    }

    Shelf() {}

    /** Creates a shelf that is not stored yet. */
    public Shelf(String label) {
        label(label);
    }
}
