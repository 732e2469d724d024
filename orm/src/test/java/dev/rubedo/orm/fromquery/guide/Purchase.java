package dev.rubedo.orm.fromquery.guide;

import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;

/** A purchase, which counts if it was not cancelled. Confined to one thread at a time. */
@Entity(table = "purchases")
public class Purchase extends PurchaseBase {
    interface Mapped {
        @Id
        Long id();

        long amount();

        boolean cancelled();

        @ForeignKey("buyers.id")
        Long buyerId();

        @Relationship(backPopulates = "purchases")
        Buyer buyer();
    }

    Purchase() {}

    Purchase(long amount, boolean cancelled) {
        amount(amount).cancelled(cancelled);
    }

    @Criteria
    static Condition valid(Purchase_ purchase) {
        return purchase.cancelled.eq(false);
    }
}
