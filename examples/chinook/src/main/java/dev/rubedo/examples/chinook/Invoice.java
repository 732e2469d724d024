package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A purchase. Confined to one thread at a time, as its session is. */
@Entity(table = "Invoice")
public final class Invoice extends InvoiceBase {
    interface Mapped {
        @Id
        @Column(name = "InvoiceId")
        Integer id();

        @ForeignKey("Customer.CustomerId")
        @Column(name = "CustomerId", index = true)
        Integer customerId();

        @Column(name = "InvoiceDate")
        LocalDateTime invoiceDate();

        @Column(name = "BillingAddress", length = 70)
        @Nullable
        String billingAddress();

        @Column(name = "BillingCity", length = 40)
        @Nullable
        String billingCity();

        @Column(name = "BillingState", length = 40)
        @Nullable
        String billingState();

        @Column(name = "BillingCountry", length = 40)
        @Nullable
        String billingCountry();

        @Column(name = "BillingPostalCode", length = 10)
        @Nullable
        String billingPostalCode();

        @Column(name = "Total", precision = 10, scale = 2)
        BigDecimal total();

        @Relationship(backPopulates = "invoices")
        Customer customer();

        @Relationship(backPopulates = "invoice", orderBy = "id")
        List<InvoiceLine> lines();
    }

    Invoice() {}
}
