package dev.rubedo.examples.recipes.association;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;

/** An item of a sale with the price at that time. Confined to one thread at a time. */
@Entity(table = "sale_items")
public final class SaleItem extends SaleItemBase {
    interface Mapped {
        @Id
        Long id();

        @Column(precision = 8, scale = 2)
        BigDecimal price();

        @Relationship(backPopulates = "saleItems")
        Sale sale();

        @Relationship
        Item item();
    }

    SaleItem() {}

    /** Creates one for the price of the item, as {@code sale.items().add(item)} does. */
    public SaleItem(Item item) {
        item(item);
        price(item.price());
    }
}
