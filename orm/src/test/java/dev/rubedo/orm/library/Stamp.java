package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.ServerDefault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Its key is given, and the database fills in what is not. Confined to one thread at a time. */
@Entity
public final class Stamp extends StampBase {
    interface Mapped {
        @Id
        UUID id();

        @Column(length = 20)
        @ServerDefault("'blue'")
        @Nullable
        String colour();

        @Column(length = 20)
        @Nullable
        String text();

        @ForeignKey("stamp.id")
        @Nullable
        UUID copyOf();
    }

    Stamp() {}

    Stamp(UUID id) {
        id(id);
    }
}
