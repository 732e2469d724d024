package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A tag of an article, with a weight: an association object. */
@Entity(table = "taggings")
final class Tagging extends TaggingBase {
    interface Mapped {
        @Id
        Long id();

        int weight();

        @Relationship(backPopulates = "taggings")
        Article article();

        @Relationship
        @Nullable
        Tag tag();
    }

    Tagging() {
        weight(1);
    }

    Tagging(Tag tag) {
        this();
        tag(tag);
    }
}
