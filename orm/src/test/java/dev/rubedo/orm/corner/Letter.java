package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of the application's own, two foreign keys to the same table, one of them loaded by a join. Confined to one thread at a time. */
@Entity(table = "letters")
public final class Letter extends LetterBase {
    interface Mapped {
        @Id
        UUID id();

        String text();

        @ForeignKey("people.id")
        Long senderId();

        @ForeignKey("people.id")
        @Nullable
        Long receiverId();

        @Relationship(foreignKey = "senderId", backPopulates = "sent", loading = Loading.JOINED)
        Person sender();

        @Relationship(foreignKey = "receiverId", backPopulates = "received")
        @Nullable
        Person receiver();
    }

    Letter() {}

    /** Makes one. */
    public Letter(String text) {
        id(UUID.randomUUID());
        text(text);
    }
}
