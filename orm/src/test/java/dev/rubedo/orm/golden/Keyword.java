package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A word for items. Confined to one thread at a time. */
@Entity(table = "keywords")
public final class Keyword extends KeywordBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 30)
        String word();

        @Relationship(joinTable = "item_keywords", backPopulates = "keywords", orderBy = "id", loading = Loading.LAZY)
        List<Item> items();
    }
}
