package dev.rubedo.orm.given;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A row of a view. Confined to one thread at a time. */
@Entity(table = "large_cities")
final class LargeCity extends LargeCityBase {
    interface Mapped {
        @Id
        String name();

        @Column(name = "people")
        Integer population();
    }
}
