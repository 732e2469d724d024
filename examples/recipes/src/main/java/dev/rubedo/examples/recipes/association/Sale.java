package dev.rubedo.examples.recipes.association;

import dev.rubedo.mapping.AssociationProxy;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** A sale of some items. Confined to one thread at a time. */
@Entity(table = "sales")
public final class Sale extends SaleBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String customer();

        @Relationship(backPopulates = "sale", cascade = Cascade.ALL_DELETE_ORPHAN)
        Set<SaleItem> saleItems();

        @AssociationProxy(of = "saleItems", value = "item")
        Set<Item> items();
    }

    Sale() {}

    /** Creates a sale without items. */
    public Sale(String customer) {
        customer(customer);
    }
}
