package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** What a reader says about a book. Confined to one thread at a time. */
@Entity(table = "reviews")
public final class Review extends ReviewBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String reader();

        @Column(length = 200)
        String text();

        @Relationship(backPopulates = "reviews")
        Book book();
    }

    Review() {}

    /** Makes one. */
    public Review(String text) {
        text(text);
    }
}
