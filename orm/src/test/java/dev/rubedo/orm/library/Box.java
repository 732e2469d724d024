package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Stands on a shelf, but only the shelf has a relationship. Confined to one thread at a time. */
@Entity
public final class Box extends BoxBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @ForeignKey("shelf.code")
        @Nullable
        String shelfCode();
    }

    Box() {}

    Box(String name) {
        name(name);
    }
}
