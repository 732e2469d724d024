package dev.rubedo.examples.quickstart;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** What users say about themselves. Confined to one thread at a time, as its session is. */
@Entity(table = "profiles")
public final class Profile extends ProfileBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 500)
        String bio();

        /** Unique, so the relationship is one-to-one. */
        @ForeignKey("users.id")
        @Column(unique = true)
        Long userId();

        @Relationship(backPopulates = "profile")
        User user();
    }

    Profile() {}

    public Profile(String bio) {
        bio(bio);
    }
}
