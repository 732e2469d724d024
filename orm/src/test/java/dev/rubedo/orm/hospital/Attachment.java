package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A grandchild. */
@Entity
public final class Attachment extends AttachmentBase {
    interface Mapped {
        @Id
        Long id();
        String label();
        @Relationship(backPopulates = "attachments")
        Note note();
    }

    Attachment() {}

    Attachment(String label) {
        label(label);
    }
}
