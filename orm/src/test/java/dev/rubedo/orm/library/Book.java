package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Its foreign key has an attribute, its ISBN is unique. Confined to one thread at a time. */
@Entity
public final class Book extends BookBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String title();

        @Column(length = 20, unique = true)
        @Nullable
        String isbn();

        @ForeignKey("author.id")
        @Nullable
        Long authorId();

        @Relationship(backPopulates = "books")
        @Nullable
        Author author();
    }

    Book() {}

    Book(String title) {
        title(title);
    }
}
