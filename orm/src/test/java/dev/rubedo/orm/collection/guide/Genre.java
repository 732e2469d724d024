package dev.rubedo.orm.collection.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A genre, in the order of names. Confined to one thread at a time. */
@Entity(table = "genres")
public class Genre extends GenreBase implements Comparable<Genre> {
    interface Mapped {
        @Id
        Long id();

        String name();
    }

    Genre() {}

    Genre(String name) {
        name(name);
    }

    @Override
    public int compareTo(Genre other) {
        return name().compareTo(other.name());
    }
}
