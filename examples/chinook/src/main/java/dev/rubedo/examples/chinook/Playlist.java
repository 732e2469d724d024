package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A named selection of tracks. Confined to one thread at a time, as its session is. */
@Entity(table = "Playlist")
public final class Playlist extends PlaylistBase {
    interface Mapped {
        @Id
        @Column(name = "PlaylistId")
        Integer id();

        @Column(name = "Name", length = 120)
        @Nullable
        String name();

        @Relationship(joinTable = "PlaylistTrack", backPopulates = "playlists")
        Set<Track> tracks();
    }

    Playlist() {}
}
