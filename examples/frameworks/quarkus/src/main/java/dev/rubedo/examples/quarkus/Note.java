package dev.rubedo.examples.quarkus;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A note. Confined to one thread at a time, as its session is. */
@Entity(table = "notes")
public final class Note extends NoteBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String text();
    }

    Note() {}

    Note(String text) {
        text(text);
    }
}
