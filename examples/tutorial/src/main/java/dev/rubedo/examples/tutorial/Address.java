package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An e-mail address of a user. Confined to one thread at a time. */
@Entity(table = "addresses")
public final class Address extends AddressBase {
    interface Mapped {
        @Id
        Long id();

        @Column(name = "email_address", length = 100)
        String email();

        @ForeignKey("users.id")
        Long userId();

        @Relationship(backPopulates = "addresses")
        User user();
    }

    Address() {}

    /** Creates an address. */
    public Address(String email) {
        email(email);
    }
}
