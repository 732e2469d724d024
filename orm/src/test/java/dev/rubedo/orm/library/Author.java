package dev.rubedo.orm.library;

import static dev.rubedo.mapping.Cascade.ALL;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** Has books, to which DELETE cascades. Confined to one thread at a time. */
@Entity
public final class Author extends AuthorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "author", cascade = ALL, orderBy = "id")
        List<Book> books();
    }

    Author() {}

    Author(String name) {
        name(name);
    }
}
