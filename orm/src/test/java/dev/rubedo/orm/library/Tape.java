package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass in the table of the root. Confined to one thread at a time. */
@Entity
public final class Tape extends TapeBase {
    interface Mapped extends Media.Mapped {
        @Nullable
        Integer minutes();
    }

    Tape() {}

    Tape(String title) {
        title(title);
    }

    @Override
    @Nullable
    Integer size() {
        return minutes();
    }
}
