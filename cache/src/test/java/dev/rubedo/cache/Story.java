package dev.rubedo.cache;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

@Entity(table = "stories")
final class Story extends StoryBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String title();

        @Relationship(backPopulates = "stories")
        Author author();
    }

    Story() {}

    Story(String title) {
        title(title);
    }
}
