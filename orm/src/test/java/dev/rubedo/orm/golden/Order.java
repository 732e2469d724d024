package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with lines and two addresses. Confined to one thread at a time. */
@Entity(table = "orders")
public final class Order extends OrderBase {
    interface Mapped {
        @Id(assigned = true)
        Integer id();

        @ForeignKey("users.id")
        Integer userId();

        @ForeignKey("addresses.id")
        @Nullable
        Integer billingAddressId();

        @ForeignKey("addresses.id")
        @Nullable
        Integer shippingAddressId();

        @Column(length = 20)
        String status();

        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal total();

        @Nullable
        LocalDateTime placedAt();

        @Column(length = 200)
        @Nullable
        String note();

        @Relationship(backPopulates = "orders")
        User user();

        @Relationship(foreignKey = "shippingAddressId")
        @Nullable
        Address shippingAddress();

        @Relationship(backPopulates = "order", orderBy = "itemId")
        List<OrderItem> lines();
    }
}
