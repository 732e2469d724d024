package dev.rubedo.benchmarks;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A row of primitives that are too large for the caches of their boxes. Confined to one thread at a time. */
@Entity(table = "reading")
public final class Reading extends ReadingBase {
    interface Mapped {
        @Id
        Long id();

        long device();

        long taken();

        int channel();

        int quality();

        double low();

        double high();

        double mean();

        boolean valid();
    }

    Reading() {}

    Reading(int row) {
        device(1_000_000L + row);
        taken(1_700_000_000_000L + row);
        channel(1_000 + row);
        quality(10_000 + row);
        low(row + 0.25);
        high(row + 0.75);
        mean(row + 0.5);
        valid(true);
    }
}
