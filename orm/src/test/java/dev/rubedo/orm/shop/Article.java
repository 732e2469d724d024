package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.QueryExpression;
import org.jspecify.annotations.Nullable;

/** Has a text that queries leave out. Confined to one thread at a time. */
@Entity(table = "articles")
public final class Article extends ArticleBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 100)
        String title();

        @Deferred(group = "texts")
        @Column(length = 1000)
        String body();

        @QueryExpression
        @Nullable
        Long rank();
    }

    Article() {}

    /** Makes one. */
    public Article(String title) {
        title(title).body("body of " + title);
    }
}
