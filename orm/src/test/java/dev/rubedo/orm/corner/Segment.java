package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Has several records of one type, under names that follow no pattern. Confined to one thread at a time. */
@Entity
final class Segment extends SegmentBase {
    interface Mapped {
        @Id
        Long id();

        @Embedded(columns = {"from_w", "from_h", "from_d"})
        Extent start();

        @Embedded(columns = {"w", "h", "d"})
        @Nullable
        Extent end();
    }

    Segment() {}

    Segment(Extent start, @Nullable Extent end) {
        start(start).end(end);
    }
}
