package dev.rubedo.examples.kotlin;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A book on a shelf. Confined to one thread at a time, as its session is. */
@Entity(table = "volumes")
public final class Volume extends VolumeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String title();

        @Column(length = 200)
        @Nullable
        String subtitle();

        @Column
        int pages();

        @Relationship(backPopulates = "volumes")
        Shelf shelf();
    }

    Volume() {}

    /** Creates a book that is not stored yet. */
    public Volume(String title, @Nullable String subtitle, int pages) {
        title(title);
        subtitle(subtitle);
        pages(pages);
    }
}
