package dev.rubedo.examples.web;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import java.util.List;

/** A user, who writes posts. Confined to one thread at a time, as its session is. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 100)
        String name();

        @Column(length = 200, unique = true)
        String email();

        /** Prevents overwriting what someone else has saved since the form was opened. */
        @Version
        Long version();

        @Relationship(backPopulates = "owner", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Post> posts();
    }

    User() {}

    /** Creates a user who is not stored yet. */
    public User(String name, String email) {
        name(name);
        email(email);
    }
}
