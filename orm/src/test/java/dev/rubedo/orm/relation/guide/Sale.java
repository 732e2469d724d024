package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A sale, of which there are many. Confined to one thread at a time. */
@Entity(table = "sales")
public final class Sale extends SaleBase {
    interface Mapped {
        @Id
        Long id();

        int amount();

        @Relationship(backPopulates = "sales")
        Author author();
    }

    Sale() {}

    /** Makes one. */
    public Sale(int amount) {
        amount(amount);
    }
}
