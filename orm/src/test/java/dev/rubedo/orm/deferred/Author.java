package dev.rubedo.orm.deferred;

import static dev.rubedo.sql.Sql.upper;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Id;
import dev.rubedo.sql.Expression;
import org.jspecify.annotations.Nullable;

/** Has large attributes. Confined to one thread at a time. */
@Entity
final class Author extends AuthorBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Deferred
        @Column(length = Column.UNLIMITED)
        @Nullable
        String biography();

        @Deferred(group = "images")
        byte @Nullable [] photo();

        @Deferred(group = "images")
        byte @Nullable [] signature();

        @Deferred(raise = true)
        @Nullable
        String secret();

        @Deferred
        @Embedded
        @Nullable
        Address address();
    }

    /** Where mail is sent to. Immutable. */
    record Address(@Column(length = 20) String street, @Column(length = 20) String city) {}

    Author() {}

    Author(String name) {
        name(name);
    }

    @Formula
    @Deferred
    static Expression<String> loudName(Author_ author) {
        return upper(author.name);
    }
}
