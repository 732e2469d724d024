package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;

/** A purchased track. Confined to one thread at a time, as its session is. */
@Entity(table = "InvoiceLine")
public final class InvoiceLine extends InvoiceLineBase {
    interface Mapped {
        @Id
        @Column(name = "InvoiceLineId")
        Integer id();

        @ForeignKey("Invoice.InvoiceId")
        @Column(name = "InvoiceId", index = true)
        Integer invoiceId();

        @ForeignKey("Track.TrackId")
        @Column(name = "TrackId", index = true)
        Integer trackId();

        @Column(name = "UnitPrice", precision = 10, scale = 2)
        BigDecimal unitPrice();

        @Column(name = "Quantity")
        int quantity();

        @Relationship(backPopulates = "lines")
        Invoice invoice();

        @Relationship(backPopulates = "sales")
        Track track();
    }

    InvoiceLine() {}
}
