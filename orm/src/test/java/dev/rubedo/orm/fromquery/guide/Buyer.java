package dev.rubedo.orm.fromquery.guide;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A buyer. Confined to one thread at a time. */
@Entity(table = "buyers")
public class Buyer extends BuyerBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "buyer", cascade = {Cascade.SAVE_UPDATE, Cascade.DELETE})
        List<Purchase> purchases();

        @Relationship(viewOnly = true)
        @Nullable
        Turnover turnover();
    }

    Buyer() {}

    Buyer(String name) {
        name(name);
    }
}
