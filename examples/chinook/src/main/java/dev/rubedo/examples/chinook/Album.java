package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** An album by an artist. Confined to one thread at a time, as its session is. */
@Entity(table = "Album")
public final class Album extends AlbumBase {
    interface Mapped {
        @Id
        @Column(name = "AlbumId")
        Integer id();

        @Column(name = "Title", length = 160)
        String title();

        @ForeignKey("Artist.ArtistId")
        @Column(name = "ArtistId", index = true)
        Integer artistId();

        @Relationship(backPopulates = "albums")
        Artist artist();

        @Relationship(backPopulates = "album", orderBy = "id")
        List<Track> tracks();
    }

    Album() {}
}
