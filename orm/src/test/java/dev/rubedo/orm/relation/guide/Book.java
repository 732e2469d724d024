package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Map;
import java.util.Set;

/** A book of an author. Confined to one thread at a time. */
@Entity(table = "books")
public final class Book extends BookBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String title();

        int pages();

        @Relationship(backPopulates = "books")
        Author author();

        @Relationship(joinTable = "book_genre", backPopulates = "books")
        Set<Genre> genres();

        @AssociationProxy(of = "genres", value = "name")
        Set<String> genreNames();

        @Relationship(backPopulates = "book", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "reader")
        Map<String, Review> reviews();
    }

    Book() {}

    /** Makes one. */
    public Book(String title, int pages) {
        title(title).pages(pages);
    }
}
