package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** One end of a many-to-many relationship. Confined to one thread at a time. */
@Entity(table = "groups")
public final class Group extends GroupBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(joinTable = "user_group", backPopulates = "groups")
        Set<User> users();
    }

    Group() {}

    /** Makes one. */
    public Group(String name) {
        name(name);
    }
}
