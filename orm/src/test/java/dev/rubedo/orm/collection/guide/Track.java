package dev.rubedo.orm.collection.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A track that knows its position on an album. Confined to one thread at a time. */
@Entity(table = "tracks")
public class Track extends TrackBase {
    interface Mapped {
        @Id
        Long id();

        String title();

        int position();

        @Relationship(backPopulates = "tracks")
        @Nullable
        Album album();
    }

    Track() {}

    Track(String title) {
        title(title);
    }
}
