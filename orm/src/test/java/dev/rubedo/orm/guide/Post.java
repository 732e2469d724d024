package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** What a user wrote. Confined to one thread at a time, as its session is. */
@Entity(table = "posts")
public final class Post extends PostBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String title();

        @ForeignKey("users.id")
        Long authorId();

        @Relationship(backPopulates = "posts")
        User author();
    }

    Post() {}

    public Post(String title) {
        title(title);
    }
}
