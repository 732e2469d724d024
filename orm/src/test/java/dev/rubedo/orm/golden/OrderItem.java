package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of an order. Confined to one thread at a time. */
@Entity(table = "order_items")
public final class OrderItem extends OrderItemBase {
    interface Mapped {
        @Id(assigned = true)
        @ForeignKey("orders.id")
        Integer orderId();

        @Id(assigned = true)
        @ForeignKey("items.id")
        Integer itemId();

        int quantity();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal unitPrice();

        @Relationship(backPopulates = "lines")
        Order order();

        @Relationship
        Item item();
    }
}
