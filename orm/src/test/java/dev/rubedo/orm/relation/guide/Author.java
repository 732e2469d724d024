package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.orm.collection.WriteOnly;
import dev.rubedo.sql.Condition;
import java.util.List;

/** An author with books. Confined to one thread at a time. */
@Entity(table = "authors")
public final class Author extends AuthorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "author", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "title")
        List<Book> books();

        @Relationship(viewOnly = true, orderBy = "pages desc")
        List<Book> longBooks();

        @Relationship(backPopulates = "author", orderBy = "id desc")
        WriteOnly<Sale> sales();
    }

    Author() {}

    /** Makes one. */
    public Author(String name) {
        name(name);
    }

    @JoinCondition("longBooks")
    static Condition isLong(Author_ author, Book_ book) {
        return book.pages.gt(500);
    }
}
