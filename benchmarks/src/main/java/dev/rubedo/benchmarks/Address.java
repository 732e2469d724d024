package dev.rubedo.benchmarks;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An address of a user, for Rubedo. Confined to one thread at a time. */
@Entity(table = "addresses")
public final class Address extends AddressBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship(backPopulates = "addresses")
        User user();

        @Column(length = 100)
        String email();

        @Column(length = 50)
        String city();
    }

    Address() {}

    /** Makes one with the values of a row. */
    public Address(int row, int number) {
        email(Rows.addressEmail(row, number));
        city(Rows.city(row, number));
    }
}
