package dev.rubedo.orm.distributed.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A bill of a customer. Confined to one thread at a time. */
@Entity(table = "bills")
public final class Bill extends BillBase {
    interface Mapped {
        @Id
        Long id();

        int amount();

        @Relationship(backPopulates = "bills")
        @Nullable
        Customer customer();
    }

    Bill() {}

    /** Makes one. */
    public Bill(int amount) {
        amount(amount);
    }
}
