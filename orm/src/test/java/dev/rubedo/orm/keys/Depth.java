package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** Its key is a floating-point number. Confined to one thread at a time. */
@Entity
public final class Depth extends DepthBase {
    interface Mapped {
        @Id
        Double metres();

        @Column(length = 20)
        String name();
    }

    Depth() {}

    /** Makes one. */
    public Depth(Double metres, String name) {
        metres(metres);
        name(name);
    }
}
