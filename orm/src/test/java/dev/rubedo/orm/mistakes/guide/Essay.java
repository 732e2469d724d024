package dev.rubedo.orm.mistakes.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A text. Confined to one thread at a time. */
@Entity(table = "essays")
public final class Essay extends EssayBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String title();

        @ForeignKey("writers.id")
        Long writerId();

        @Relationship(backPopulates = "essays")
        Writer writer();

        @Relationship(cascade = {})
        @Nullable
        Writer editor();
    }

    Essay() {}

    Essay(String title) {
        title(title);
    }
}
