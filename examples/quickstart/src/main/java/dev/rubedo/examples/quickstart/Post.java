package dev.rubedo.examples.quickstart;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;

/** A text that a user published. Confined to one thread at a time, as its session is. */
@Entity(table = "posts")
public final class Post extends PostBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200, index = true)
        String title();

        int likes();

        @ForeignKey("users.id")
        Long authorId();

        @Relationship(backPopulates = "posts")
        User author();

        /** Many-to-many: the table "post_tag" is generated from both primary keys. */
        @Relationship(joinTable = "post_tag", backPopulates = "posts")
        Set<Tag> tags();

        @Relationship(backPopulates = "post", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Comment> comments();
    }

    Post() {}

    public Post(String title) {
        title(title);
        likes(0);
    }
}
