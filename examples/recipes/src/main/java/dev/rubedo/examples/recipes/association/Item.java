package dev.rubedo.examples.recipes.association;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.math.BigDecimal;

/** An item for sale. Confined to one thread at a time. */
@Entity(table = "items")
public final class Item extends ItemBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String description();

        @Column(precision = 8, scale = 2)
        BigDecimal price();
    }

    Item() {}

    /** Creates an item. */
    public Item(String description, String price) {
        description(description).price(new BigDecimal(price));
    }
}
