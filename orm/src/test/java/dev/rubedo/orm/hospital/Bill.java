package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A decimal number as key, and a foreign key of three columns. */
@Entity
public final class Bill extends BillBase {
    interface Mapped {
        @Id
        @Column(precision = 12, scale = 3)
        BigDecimal number();
        @Relationship(backPopulates = "bills")
        @Nullable
        Treatment treatment();
        @Nullable
        Instant paid();
    }

    Bill() {}

    Bill(String number) {
        number(new BigDecimal(number));
    }
}
