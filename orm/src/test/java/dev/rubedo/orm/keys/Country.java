package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** Its key is text. Confined to one thread at a time. */
@Entity
public final class Country extends CountryBase {
    interface Mapped {
        @Id
        @Column(length = 2)
        String code();

        @Column(length = 20)
        String name();

        @Relationship(backPopulates = "country", cascade = Cascade.ALL)
        Set<Town> towns();
    }

    Country() {}

    /** Makes one. */
    public Country(String code, String name) {
        code(code);
        name(name);
    }
}
