package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.ServerDefault;

/** Has a key of its own and a default made by the database. Confined to one thread at a time. */
@Entity(table = "countries")
public final class Country extends CountryBase {
    interface Mapped {
        @Id
        @Column(length = 2)
        String code();

        @Column(length = 50)
        String name();

        @ServerDefault("'none'")
        @Column(length = 10)
        String currency();
    }

    Country() {}

    /** Makes one. */
    public Country(String code, String name) {
        code(code);
        name(name);
    }
}
