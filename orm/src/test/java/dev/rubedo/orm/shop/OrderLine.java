package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An association object: its key is made of two foreign keys. Confined to one thread at a time. */
@Entity(table = "order_lines")
public final class OrderLine extends OrderLineBase {
    interface Mapped {
        @Id
        @ForeignKey("orders.id")
        Long orderId();

        @Id
        @ForeignKey("items.id")
        Long itemId();

        int quantity();

        @Relationship(backPopulates = "lines")
        Order order();

        @Relationship
        Item item();
    }

    OrderLine() {}

    /** Makes one. */
    public OrderLine(Item item, int quantity) {
        item(item);
        quantity(quantity);
    }
}
