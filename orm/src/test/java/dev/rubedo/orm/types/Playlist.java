package dev.rubedo.orm.types;

import dev.rubedo.mapping.ArrayOf;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Has arrays. Confined to one thread at a time. */
@Entity
final class Playlist extends PlaylistBase {
    interface Mapped {
        @Id
        Long id();

        @ArrayOf
        List<String> tags();

        @ArrayOf
        @Column(length = 5)
        @Nullable
        List<String> codes();

        @ArrayOf
        @Nullable
        List<Long> plays();

        @ArrayOf
        @Nullable
        List<LocalDate> days();

        @ArrayOf
        @Nullable
        List<Gadget.Size> sizes();
    }
}
