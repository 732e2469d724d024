package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A piece of music that can be bought. Confined to one thread at a time, as its session is. */
@Entity(table = "Track")
public final class Track extends TrackBase {
    interface Mapped {
        @Id
        @Column(name = "TrackId")
        Integer id();

        @Column(name = "Name", length = 200)
        String name();

        @ForeignKey("Album.AlbumId")
        @Column(name = "AlbumId", index = true)
        @Nullable
        Integer albumId();

        @ForeignKey("MediaType.MediaTypeId")
        @Column(name = "MediaTypeId", index = true)
        Integer mediaTypeId();

        @ForeignKey("Genre.GenreId")
        @Column(name = "GenreId", index = true)
        @Nullable
        Integer genreId();

        @Column(name = "Composer", length = 220)
        @Nullable
        String composer();

        @Column(name = "Milliseconds")
        int milliseconds();

        @Column(name = "Bytes")
        @Nullable
        Integer bytes();

        @Column(name = "UnitPrice", precision = 10, scale = 2)
        BigDecimal unitPrice();

        @Relationship(backPopulates = "tracks")
        @Nullable
        Album album();

        @Relationship
        MediaType mediaType();

        @Relationship
        @Nullable
        Genre genre();

        @Relationship(backPopulates = "track", orderBy = "id")
        List<InvoiceLine> sales();

        /** Many-to-many through the table that {@link PlaylistTrack} also maps. */
        @Relationship(joinTable = "PlaylistTrack", backPopulates = "tracks")
        Set<Playlist> playlists();
    }

    Track() {}
}
