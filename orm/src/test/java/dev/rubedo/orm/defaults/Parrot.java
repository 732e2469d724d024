package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import java.util.concurrent.atomic.AtomicInteger;

/** Is stored with pets, and has a default that counts its calls. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "parrot")
public final class Parrot extends ParrotBase {
    interface Mapped extends Pet.Mapped {
        @Default(method = "nextRing")
        int ring();
    }

    private static final AtomicInteger RINGS = new AtomicInteger();

    Parrot() {}

    static int nextRing() {
        return RINGS.incrementAndGet();
    }
}
