package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A genre of albums. Confined to one thread at a time. */
@Entity(table = "genres")
public final class Genre extends GenreBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();
    }

    Genre() {}

    /** Makes one. */
    public Genre(String name) {
        name(name);
    }
}
