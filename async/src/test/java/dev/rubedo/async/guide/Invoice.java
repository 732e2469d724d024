package dev.rubedo.async.guide;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

@Entity(table = "invoices")
public final class Invoice extends InvoiceBase {
    interface Mapped {
        @Id
        Long id();

        String customer();

        boolean open();

        @Relationship(backPopulates = "invoice", cascade = Cascade.ALL_DELETE_ORPHAN)
        List<InvoiceLine> lines();
    }

    Invoice() {}

    public Invoice(String customer) {
        customer(customer);
        open(true);
    }
}
