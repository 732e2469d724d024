package dev.rubedo.orm.guide;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody who writes. Confined to one thread at a time, as its session is. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Nullable
        Integer age();

        @Relationship(backPopulates = "author", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Post> posts();
    }

    User() {}

    public User(String name) {
        name(name);
    }
}
