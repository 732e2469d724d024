package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import java.time.LocalDateTime;

/** Its key is a point in time. Confined to one thread at a time. */
@Entity
final class Tide extends TideBase {
    interface Mapped {
        @Id
        LocalDateTime at();

        int height();
    }

    Tide() {}
}
