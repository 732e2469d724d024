package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/**
 * An entry of a track on a playlist: a table of two foreign keys, both in its primary key. Confined to one thread at a
 * time, as its session is.
 */
@Entity(table = "PlaylistTrack")
public final class PlaylistTrack extends PlaylistTrackBase {
    interface Mapped {
        @Id
        @ForeignKey("Playlist.PlaylistId")
        @Column(name = "PlaylistId", index = true)
        Integer playlistId();

        @Id
        @ForeignKey("Track.TrackId")
        @Column(name = "TrackId", index = true)
        Integer trackId();

        @Relationship
        Playlist playlist();

        @Relationship
        Track track();
    }

    PlaylistTrack() {}
}
