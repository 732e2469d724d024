package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** The other end of a one-to-one relationship. Confined to one thread at a time. */
@Entity(table = "profiles")
public final class Profile extends ProfileBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        @Nullable
        String bio();

        @ForeignKey("users.id")
        @Nullable
        Long userId();

        @Relationship(backPopulates = "profile")
        @Nullable
        User user();
    }

    Profile() {}

    /** Makes one. */
    public Profile(String bio) {
        bio(bio);
    }
}
