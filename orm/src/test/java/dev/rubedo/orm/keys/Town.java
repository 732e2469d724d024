package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** Refers to a country by an attribute of its own. Confined to one thread at a time. */
@Entity
public final class Town extends TownBase {
    interface Mapped {
        @Id
        @Column(length = 20)
        String name();

        @ForeignKey("country.code")
        @Column(length = 2)
        String countryCode();

        @Relationship(backPopulates = "towns")
        Country country();
    }

    Town() {}

    /** Makes one. */
    public Town(String name, String countryCode) {
        name(name);
        countryCode(countryCode);
    }
}
