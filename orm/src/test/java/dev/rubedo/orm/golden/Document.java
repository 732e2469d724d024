package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;
import org.jspecify.annotations.Nullable;

/** A versioned text. Confined to one thread at a time. */
@Entity(table = "documents")
public final class Document extends DocumentBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 100)
        @Nullable
        String title();

        @Column(length = 200)
        @Nullable
        String body();

        @Version
        int versionId();
    }
}
