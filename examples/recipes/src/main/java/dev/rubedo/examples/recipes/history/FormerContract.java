package dev.rubedo.examples.recipes.history;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.Instant;

/** A previous version of a contract. Confined to one thread at a time. */
@Entity(table = "former_contracts")
public final class FormerContract extends FormerContractBase {
    interface Mapped {
        @Id(assigned = true)
        Long id();

        @Id(assigned = true)
        int version();

        @Column(length = 50)
        String partner();

        int amount();

        Instant replaced();
    }

    FormerContract() {}
}
