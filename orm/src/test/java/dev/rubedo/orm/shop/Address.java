package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An address of a user: its foreign key has no attribute. Confined to one thread at a time. */
@Entity(table = "addresses")
public final class Address extends AddressBase {
    interface Mapped {
        @Id
        Long id();

        @Column(name = "email_address", length = 100)
        String email();

        @Relationship(backPopulates = "addresses")
        User user();
    }

    Address() {}

    /** Makes one. */
    public Address(String email) {
        email(email);
    }
}
