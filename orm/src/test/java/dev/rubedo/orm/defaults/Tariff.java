package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.math.BigDecimal;

/** Its key is a decimal number. Confined to one thread at a time. */
@Entity
final class Tariff extends TariffBase {
    interface Mapped {
        @Id
        @Column(precision = 10, scale = 2)
        BigDecimal weight();

        int price();
    }

    Tariff() {}
}
