package dev.rubedo.orm.company;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.UUID;

/** A key that the application gives: a UUID; a many-to-one without a way back. */
@Entity
public final class Address extends AddressBase {
    interface Mapped {
        @Id
        UUID id();

        String street();

        @Relationship
        Country country();
    }

    Address() {}

    Address(UUID id, String street, Country country) {
        id(id);
        street(street);
        country(country);
    }
}
