package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.math.BigDecimal;

/** Its key is a decimal number. Confined to one thread at a time. */
@Entity
public final class Coin extends CoinBase {
    interface Mapped {
        @Id
        @Column(precision = 10, scale = 2)
        BigDecimal worth();

        @Column(length = 20)
        String name();
    }

    Coin() {}

    /** Makes one. */
    public Coin(BigDecimal worth, String name) {
        worth(worth);
        name(name);
    }
}
