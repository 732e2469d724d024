package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Synonym;

/** A payment of a customer. Confined to one thread at a time. */
@Entity(table = "payments")
public class Payment extends PaymentBase {
    interface Mapped {
        @Id
        Long id();

        int amount();

        @Relationship(backPopulates = "payments")
        Customer customer();

        @Synonym("customer")
        Customer payer();
    }

    Payment() {}

    Payment(int amount) {
        amount(amount);
    }
}
