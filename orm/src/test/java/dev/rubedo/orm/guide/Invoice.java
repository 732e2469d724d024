package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Has accessors as JavaBeans have them. Confined to one thread at a time, as its session is. */
@Entity
public final class Invoice extends InvoiceBase {
    interface Mapped {
        @Id(assigned = true)
        Long getNumber();

        @Column(length = 50)
        String getCustomer();

        boolean isPaid();

        @Nullable
        String getRemark();
    }
}
