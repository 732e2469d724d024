package dev.rubedo.orm.shop;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with lines. Confined to one thread at a time. */
@Entity(table = "orders")
public final class Order extends OrderBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String status();

        @Relationship(backPopulates = "orders")
        @Nullable
        User user();

        @Relationship(backPopulates = "order", cascade = ALL_DELETE_ORPHAN)
        List<OrderLine> lines();
    }

    Order() {}

    /** Makes one. */
    public Order(String status) {
        status(status);
    }
}
