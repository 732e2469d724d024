package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass of a subclass, in a third table. Confined to one thread at a time. */
@Entity(table = "vinyl")
public final class Vinyl extends VinylBase {
    interface Mapped extends Disc.Mapped {
        @Nullable
        String label();
    }

    Vinyl() {}

    Vinyl(String title) {
        title(title);
    }
}
