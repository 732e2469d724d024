package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
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

        @Default("1")
        int quantity();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal unitPrice();

        @Relationship(backPopulates = "orderLines", loading = Loading.LAZY)
        Item item();

        @Relationship(backPopulates = "lines", loading = Loading.LAZY)
        Order order();
    }
}
