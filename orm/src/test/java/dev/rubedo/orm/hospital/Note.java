package dev.rubedo.orm.hospital;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A child without a relationship to its parent. */
@Entity
public final class Note extends NoteBase {
    interface Mapped {
        @Id
        Long id();
        String text();
        int priority();
        @ForeignKey("patient.id")
        @Nullable
        Long patientId();
        @Relationship(backPopulates = "note", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Attachment> attachments();
    }

    Note() {}

    Note(String text, int priority) {
        text(text);
        priority(priority);
    }
}
