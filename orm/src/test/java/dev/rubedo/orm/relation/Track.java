package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** One of the many rows of an album. Confined to one thread at a time. */
@Entity(table = "tracks")
public final class Track extends TrackBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String title();

        @Relationship(backPopulates = "tracks")
        @Nullable
        Album album();
    }

    Track() {}

    /** Makes one. */
    public Track(String title) {
        title(title);
    }
}
