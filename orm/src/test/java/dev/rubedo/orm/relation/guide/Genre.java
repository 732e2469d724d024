package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** A genre of books. Confined to one thread at a time. */
@Entity(table = "genres")
public final class Genre extends GenreBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "genres")
        Set<Book> books();
    }

    Genre() {}

    /** Makes one. */
    public Genre(String name) {
        name(name);
    }
}
