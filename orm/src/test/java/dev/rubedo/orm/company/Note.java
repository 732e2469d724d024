package dev.rubedo.orm.company;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.Instant;

/** A leaf, ordered by time. */
@Entity
public final class Note extends NoteBase {
    interface Mapped {
        @Id
        Long id();

        String text();

        Instant at();

        @Relationship(backPopulates = "notes")
        Task task();
    }

    Note() {}

    Note(String text, Instant at) {
        text(text);
        at(at);
    }
}
