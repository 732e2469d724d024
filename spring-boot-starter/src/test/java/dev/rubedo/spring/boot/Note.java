package dev.rubedo.spring.boot;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

@Entity(table = "notes")
final class Note extends NoteBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50, unique = true)
        String text();
    }

    Note() {}

    Note(String text) {
        text(text);
    }
}
