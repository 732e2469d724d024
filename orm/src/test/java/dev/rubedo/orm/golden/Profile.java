package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** The profile of a user. Confined to one thread at a time. */
@Entity(table = "profiles")
public final class Profile extends ProfileBase {
    interface Mapped {
        @Id
        Integer id();

        @ForeignKey("users.id")
        @Nullable
        Integer userId();

        @Column(length = 200)
        @Nullable
        String bio();

        @Relationship(backPopulates = "profile", loading = Loading.LAZY)
        @Nullable
        User user();
    }
}
