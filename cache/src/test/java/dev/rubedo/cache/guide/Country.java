package dev.rubedo.cache.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

@Entity(table = "countries")
final class Country extends CountryBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String name();

        @Relationship(backPopulates = "country")
        List<City> cities();
    }

    Country() {}

    Country(String name) {
        name(name);
    }
}
