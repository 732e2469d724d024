package dev.rubedo.orm.given;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Is mapped to a table that exists. Confined to one thread at a time. */
@Entity(table = "cities")
final class City extends CityBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Column(name = "people")
        @Nullable
        Integer population();

        String status();

        String country();
    }

    City() {}

    City(String name) {
        name(name);
    }
}
