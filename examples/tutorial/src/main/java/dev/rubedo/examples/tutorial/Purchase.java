package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;

/** A purchase of a user. Confined to one thread at a time. */
@Entity(table = "purchases")
public final class Purchase extends PurchaseBase {
    interface Mapped {
        @Id
        Long id();

        @Column(precision = 10, scale = 2)
        BigDecimal amount();

        @Relationship(backPopulates = "purchases")
        User user();
    }

    Purchase() {}

    /** Creates a purchase. */
    public Purchase(String amount) {
        amount(new BigDecimal(amount));
    }
}
