package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** The format in which a track is stored. Confined to one thread at a time, as its session is. */
@Entity(table = "MediaType")
public final class MediaType extends MediaTypeBase {
    interface Mapped {
        @Id
        @Column(name = "MediaTypeId")
        Integer id();

        @Column(name = "Name", length = 120)
        @Nullable
        String name();
    }

    MediaType() {}
}
