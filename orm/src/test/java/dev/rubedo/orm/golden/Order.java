package dev.rubedo.orm.golden;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with lines and two addresses. Confined to one thread at a time. */
@Entity(table = "orders")
public final class Order extends OrderBase {
    interface Mapped {
        @Id
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
        @Default("new")
        String status();

        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal total();

        @Nullable
        LocalDateTime placedAt();

        @Column(length = 200)
        @Nullable
        String note();

        @Relationship(foreignKey = "billingAddressId", loading = Loading.LAZY)
        @Nullable
        Address billingAddress();

        @Relationship(backPopulates = "order", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "itemId", loading = Loading.LAZY)
        List<OrderItem> lines();

        @Relationship(foreignKey = "shippingAddressId", loading = Loading.LAZY)
        @Nullable
        Address shippingAddress();

        @Relationship(backPopulates = "orders", loading = Loading.LAZY)
        User user();

        @AssociationProxy(of = "lines", value = "item", creator = "ofItem")
        List<Item> items();
    }

    static OrderItem ofItem(Item item) {
        return new OrderItem().item(item);
    }

}
