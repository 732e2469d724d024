package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A word for items. Confined to one thread at a time. */
@Entity(table = "keywords")
public final class Keyword extends KeywordBase {
    interface Mapped {
        @Id(assigned = true)
        Integer id();

        @Column(length = 30)
        String word();
    }
}
