package dev.rubedo.cache;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

@Entity(table = "authors")
final class Author extends AuthorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "author", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "title")
        List<Story> stories();
    }

    Author() {}

    Author(String name) {
        name(name);
    }
}
