package dev.rubedo.examples.rest;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A person who has written books. Confined to one thread at a time, as its session is. */
@Entity(table = "authors")
public final class Author extends AuthorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 100, unique = true)
        String name();

        @Relationship(backPopulates = "author", cascade = ALL_DELETE_ORPHAN, orderBy = "title")
        List<Book> books();
    }

    Author() {}

    /** Creates an author who is not stored yet. */
    public Author(String name) {
        name(name);
    }
}
