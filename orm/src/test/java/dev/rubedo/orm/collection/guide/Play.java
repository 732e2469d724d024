package dev.rubedo.orm.collection.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** One time that an album was played. Confined to one thread at a time. */
@Entity(table = "plays")
public class Play extends PlayBase {
    interface Mapped {
        @Id
        Long id();

        int seconds();

        @ForeignKey("albums.id")
        @Nullable
        Long albumId();
    }

    Play() {}

    Play(int seconds) {
        seconds(seconds);
    }
}
