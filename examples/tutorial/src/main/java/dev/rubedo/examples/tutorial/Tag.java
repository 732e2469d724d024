package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** A word that describes users: a many-to-many through a join table. Confined to one thread at a time. */
@Entity(table = "tags")
public final class Tag extends TagBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30, unique = true)
        String word();

        @Relationship(joinTable = "user_tags", backPopulates = "tags")
        Set<User> users();
    }

    Tag() {}

    /** Creates a tag. */
    public Tag(String word) {
        word(word);
    }
}
