package dev.rubedo.examples.recipes.history;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;

/** A contract whose previous versions are kept. Confined to one thread at a time. */
@Entity(table = "contracts")
public final class Contract extends ContractBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String partner();

        int amount();

        @Version
        int version();
    }

    Contract() {}

    /** Creates a contract. */
    public Contract(String partner, int amount) {
        partner(partner).amount(amount);
    }
}
