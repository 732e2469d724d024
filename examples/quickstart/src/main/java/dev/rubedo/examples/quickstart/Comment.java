package dev.rubedo.examples.quickstart;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer to a post, or to another comment. Confined to one thread at a time, as its session is. */
@Entity(table = "comments")
public final class Comment extends CommentBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 1000)
        String text();

        /** Without a declared foreign key, the relationship creates the column "post_id" itself. */
        @Relationship(backPopulates = "comments")
        Post post();

        /** A self-reference: the comment that this one answers, if any. */
        @Relationship(backPopulates = "replies")
        @Nullable
        Comment parent();

        @Relationship(backPopulates = "parent", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Comment> replies();
    }

    Comment() {}

    public Comment(String text) {
        text(text);
    }
}
