package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;

/** Lights a sign. Confined to one thread at a time. */
@Entity
public final class Lamp extends LampBase {
    interface Mapped {
        @Id
        Long id();

        @ForeignKey("sign.code")
        String signCode();
    }
}
