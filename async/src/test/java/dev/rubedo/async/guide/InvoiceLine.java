package dev.rubedo.async.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

@Entity(table = "invoice_lines")
public final class InvoiceLine extends InvoiceLineBase {
    interface Mapped {
        @Id
        Long id();

        String text();

        @Relationship(backPopulates = "lines")
        Invoice invoice();
    }

    InvoiceLine() {}

    public InvoiceLine(String text) {
        text(text);
    }
}
