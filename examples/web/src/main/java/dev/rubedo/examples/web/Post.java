package dev.rubedo.examples.web;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A post by a user. Confined to one thread at a time, as its session is. */
@Entity(table = "posts")
public final class Post extends PostBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String title();

        @Column
        String content();

        @Relationship(backPopulates = "posts")
        User owner();
    }

    Post() {}

    /** Creates a post that is not stored yet. */
    public Post(String title, String content) {
        title(title);
        content(content);
    }
}
