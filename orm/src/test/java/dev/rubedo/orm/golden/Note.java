package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A note of a user, found by its name. Confined to one thread at a time. */
@Entity(table = "notes")
public final class Note extends NoteBase {
    interface Mapped {
        @Id(assigned = true)
        @ForeignKey("users.id")
        Integer userId();

        @Id(assigned = true)
        @Column(length = 30)
        String name();

        @Column(length = 200)
        @Nullable
        String body();

        @Relationship(backPopulates = "notes", loading = Loading.LAZY)
        User user();
    }
}
