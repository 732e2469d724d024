package dev.rubedo.orm.distributed.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A customer with invoices, which may be in another database. Confined to one thread at a time. */
@Entity(table = "customers")
public final class Customer extends CustomerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "customer", orderBy = "id")
        List<Bill> bills();
    }

    Customer() {}

    /** Makes one. */
    public Customer(String name) {
        name(name);
    }
}
