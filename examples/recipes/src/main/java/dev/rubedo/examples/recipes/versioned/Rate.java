package dev.rubedo.examples.recipes.versioned;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A rate that is valid from a given day. Confined to one thread at a time. */
@Entity(table = "rates")
public final class Rate extends RateBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 10)
        String name();

        int percent();
    }

    Rate() {}

    /** Creates a rate. */
    public Rate(String name, int percent) {
        name(name).percent(percent);
    }
}
