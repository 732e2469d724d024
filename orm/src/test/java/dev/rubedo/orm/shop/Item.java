package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Something that can be ordered. Confined to one thread at a time. */
@Entity(table = "items")
public final class Item extends ItemBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String name();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal price();
    }

    Item() {}

    /** Makes one. */
    public Item(String name) {
        name(name);
    }
}
