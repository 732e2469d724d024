package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import java.util.UUID;

/** Has attributes whose options are annotations of the program. Confined to one thread at a time. */
@Entity
final class Tag extends TagBase {
    interface Mapped {
        @RandomKey
        UUID id();

        @ShortText
        String name();

        @ShortText
        @Column(name = "words", length = 200)
        String text();
    }

    Tag() {}

    Tag(String name) {
        name(name).text(name);
    }
}
