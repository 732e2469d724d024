package dev.rubedo.examples.recipes.restricted;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.Instant;

/** A note, which is public or not. Confined to one thread at a time. */
@Entity(table = "notes")
public final class Note extends NoteBase {
    interface Mapped extends Dated {
        @Id
        Long id();

        @Column(length = 50)
        String text();

        @Column(name = "is_public")
        boolean open();
    }

    Note() {}

    /** Creates a note. */
    public Note(String text, boolean open, Instant at) {
        text(text).open(open).at(at);
    }
}
