package dev.rubedo.orm.inheritance.atlas;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;

/** A root with a key of two columns. Confined to one thread at a time. */
@Entity(table = "spots")
@Polymorphic(on = "kind", identity = "1")
public class Spot extends SpotBase {

    interface Mapped {
        @Id
        @Column(length = 2)
        String country();

        @Id
        Integer code();

        Integer kind();
    }

    Spot() {}

    Spot(String country, int code) {
        country(country).code(code);
    }
}
