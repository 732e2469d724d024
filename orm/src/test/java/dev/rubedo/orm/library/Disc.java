package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A subclass with a table of its own. Confined to one thread at a time. */
@Entity(table = "disc")
public class Disc extends DiscBase {
    interface Mapped extends Media.Mapped {
        @Nullable
        Integer tracks();

        @Relationship
        @Nullable
        Media copyOf();
    }

    Disc() {}

    Disc(String title) {
        title(title);
    }

    @Override
    @Nullable
    Integer size() {
        return tracks();
    }
}
