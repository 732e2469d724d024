package dev.rubedo.examples.quickstart;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who writes posts and comments. Confined to one thread at a time, as its session is. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        /** Given by the database. */
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Column(length = 100, unique = true)
        String email();

        @Nullable
        Integer age();

        /** What the user wrote, oldest first; a post cannot be without its author. */
        @Relationship(backPopulates = "author", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Post> posts();

        /** One-to-one: at most one profile for each user. */
        @Relationship(backPopulates = "user", cascade = ALL_DELETE_ORPHAN)
        @Nullable
        Profile profile();
    }

    User() {}

    public User(String name, String email) {
        name(name);
        email(email);
    }
}
