package dev.rubedo.orm.shop;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with addresses (owned), orders (not owned), a profile and groups. Confined to one thread at a time. */
@Entity(table = "users")
public final class User extends UserBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Nullable
        Integer age();

        @Relationship(backPopulates = "user", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Address> addresses();

        @Relationship(backPopulates = "user")
        @Nullable
        Profile profile();

        @Relationship(joinTable = "user_group", backPopulates = "users")
        Set<Group> groups();

        @Relationship(backPopulates = "user", orderBy = "id")
        List<Order> orders();
    }

    User() {}

    /** Makes one. */
    public User(String name) {
        name(name);
    }
}
