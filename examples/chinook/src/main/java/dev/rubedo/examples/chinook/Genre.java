package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** A kind of music. Confined to one thread at a time, as its session is. */
@Entity(table = "Genre")
public final class Genre extends GenreBase {
    interface Mapped {
        @Id
        @Column(name = "GenreId")
        Integer id();

        @Column(name = "Name", length = 120)
        @Nullable
        String name();
    }

    Genre() {}
}
