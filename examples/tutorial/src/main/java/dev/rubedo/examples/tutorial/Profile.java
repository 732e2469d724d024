package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** What users say about themselves: the other side of a one-to-one. Confined to one thread at a time. */
@Entity(table = "profiles")
public final class Profile extends ProfileBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = Column.UNLIMITED)
        String bio();

        @Relationship(backPopulates = "profile")
        User user();
    }

    Profile() {}

    /** Creates a profile. */
    public Profile(String bio) {
        bio(bio);
    }
}
