package dev.rubedo.cache.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

@Entity(table = "cities")
final class City extends CityBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80)
        String name();

        @Relationship(backPopulates = "cities")
        Country country();
    }

    City() {}

    City(String name) {
        name(name);
    }
}
