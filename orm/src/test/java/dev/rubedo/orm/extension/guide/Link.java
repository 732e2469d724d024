package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A link of an article. There is no constructor that takes an address. */
@Entity(table = "links")
final class Link extends LinkBase {
    interface Mapped {
        @Id
        Long id();

        String address();

        @Relationship(backPopulates = "links")
        Article article();
    }

    Link() {}
}
