package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person or band who made an album. Confined to one thread at a time, as its session is. */
@Entity(table = "Artist")
public final class Artist extends ArtistBase {
    interface Mapped {
        @Id
        @Column(name = "ArtistId")
        Integer id();

        @Column(name = "Name", length = 120)
        @Nullable
        String name();

        @Relationship(backPopulates = "artist", orderBy = "id")
        List<Album> albums();
    }

    Artist() {}
}
