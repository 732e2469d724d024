package dev.rubedo.orm.library;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;

/** Hangs on a shelf, whose key it has. Confined to one thread at a time. */
@Entity
public final class Sign extends SignBase {
    interface Mapped {
        @Id
        @ForeignKey("shelf.code")
        String code();
    }
}
