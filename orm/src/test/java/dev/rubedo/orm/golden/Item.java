package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that can be ordered. Confined to one thread at a time. */
@Entity(table = "items")
public final class Item extends ItemBase {
    interface Mapped {
        @Id(assigned = true)
        Integer id();

        @Column(length = 80)
        String name();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal price();

        @Relationship(joinTable = "item_keywords", orderBy = "id")
        List<Keyword> keywords();
    }
}
