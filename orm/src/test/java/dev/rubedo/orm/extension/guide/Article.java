package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An article with tags through association objects, links whose addresses are shown, and a summary. */
@Entity(table = "articles")
final class Article extends ArticleBase {
    interface Mapped {
        @Id
        Long id();

        String title();

        @Relationship(backPopulates = "article", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Tagging> taggings();

        /** The tags, each through a {@link Tagging}. */
        @AssociationProxy(of = "taggings", value = "tag")
        List<Tag> tags();

        @AssociationProxy(of = "taggings", value = "weight", creator = "weighted")
        List<Integer> weights();

        @Relationship(backPopulates = "article", cascade = Cascade.ALL_DELETE_ORPHAN)
        Set<Link> links();

        @AssociationProxy(of = "links", value = "address")
        Set<String> addresses();

        @Relationship(backPopulates = "article", cascade = Cascade.ALL_DELETE_ORPHAN)
        @Nullable
        Summary summary();

        @AssociationProxy(of = "summary", value = "text")
        @Nullable
        String summaryText();
    }

    Article() {}

    Article(String title) {
        title(title);
    }

    static Tagging weighted(Integer weight) {
        return new Tagging().weight(weight);
    }
}
