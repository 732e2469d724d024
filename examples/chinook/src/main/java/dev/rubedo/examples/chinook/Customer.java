package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who buys from the store. Confined to one thread at a time, as its session is. */
@Entity(table = "Customer")
public final class Customer extends CustomerBase {
    interface Mapped {
        @Id
        @Column(name = "CustomerId")
        Integer id();

        @Column(name = "FirstName", length = 40)
        String firstName();

        @Column(name = "LastName", length = 20)
        String lastName();

        @Column(name = "Company", length = 80)
        @Nullable
        String company();

        @Column(name = "Address", length = 70)
        @Nullable
        String address();

        @Column(name = "City", length = 40)
        @Nullable
        String city();

        @Column(name = "State", length = 40)
        @Nullable
        String state();

        @Column(name = "Country", length = 40)
        @Nullable
        String country();

        @Column(name = "PostalCode", length = 10)
        @Nullable
        String postalCode();

        @Column(name = "Phone", length = 24)
        @Nullable
        String phone();

        @Column(name = "Fax", length = 24)
        @Nullable
        String fax();

        @Column(name = "Email", length = 60)
        String email();

        @ForeignKey("Employee.EmployeeId")
        @Column(name = "SupportRepId", index = true)
        @Nullable
        Integer supportRepId();

        @Relationship(backPopulates = "customers")
        @Nullable
        Employee supportRep();

        @Relationship(backPopulates = "customer", orderBy = "id")
        List<Invoice> invoices();
    }

    Customer() {}
}
