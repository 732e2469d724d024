package dev.rubedo.orm.company;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A key that the application gives: a string. */
@Entity
public final class Country extends CountryBase {
    interface Mapped {
        @Id
        @Column(length = 2)
        String code();

        @Column(length = 60)
        String name();
    }

    Country() {}

    Country(String code, String name) {
        code(code);
        name(name);
    }
}
