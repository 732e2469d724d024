package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

@Entity(table = "tags")
final class Tag extends TagBase {
    interface Mapped {
        @Id
        Long id();

        String word();
    }

    Tag() {}

    Tag(String word) {
        word(word);
    }
}
