package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;

/** Has a version counter. Confined to one thread at a time. */
@Entity(table = "documents")
public final class Document extends DocumentBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 100)
        String title();

        @Version
        int version();
    }

    Document() {}

    /** Makes one. */
    public Document(String title) {
        title(title);
    }
}
