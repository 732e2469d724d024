package dev.rubedo.orm.validation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import org.jspecify.annotations.Nullable;

/** What a customer bought. Confined to one thread at a time. */
@Entity
final class Purchase extends PurchaseBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        boolean locked();

        @Relationship(backPopulates = "purchases")
        @Nullable
        Customer customer();
    }

    Purchase() {}

    Purchase(String name) {
        name(name);
    }

    @Validates("customer")
    @Nullable
    Customer checkCustomer(@Nullable Customer customer) {
        if (customer != null && customer.email().startsWith("banned")) {
            throw new IllegalArgumentException("Nothing is sold to " + customer.email());
        }
        return customer;
    }
}
