package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import org.jspecify.annotations.Nullable;

/** Has an embedded record or none. Confined to one thread at a time. */
@Entity
final class Panel extends PanelBase {
    interface Mapped {
        @Id
        Long id();

        @Embedded
        @Nullable
        Extent extent();
    }
}
