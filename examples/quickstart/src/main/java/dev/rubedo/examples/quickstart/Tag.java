package dev.rubedo.examples.quickstart;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** A word for finding posts. Confined to one thread at a time, as its session is. */
@Entity(table = "tags")
public final class Tag extends TagBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30, unique = true)
        String label();

        @Relationship(joinTable = "post_tag", backPopulates = "tags")
        Set<Post> posts();
    }

    Tag() {}

    public Tag(String label) {
        label(label);
    }
}
