package dev.rubedo.examples.rest;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;

/** A book. Confined to one thread at a time, as its session is. */
@Entity(table = "books")
public final class Book extends BookBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200)
        String title();

        @Column(length = 13, unique = true)
        String isbn();

        @Column
        int pages();

        /** Prevents overwriting what someone else has saved since the client read it. */
        @Version
        Long version();

        @Relationship(backPopulates = "books")
        Author author();
    }

    Book() {}

    /** Creates a book that is not stored yet. */
    public Book(String title, String isbn, int pages) {
        title(title);
        isbn(isbn);
        pages(pages);
    }
}
