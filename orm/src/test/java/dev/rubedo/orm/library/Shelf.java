package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Its key is given, it counts versions, and its boxes do not know of it. Confined to one thread at a time. */
@Entity
public final class Shelf extends ShelfBase {
    interface Mapped {
        @Id
        @Column(length = 10)
        String code();

        @Column(length = 30)
        @Nullable
        String label();

        @Version
        int version();

        @Relationship(orderBy = "id")
        List<Box> boxes();
    }

    Shelf() {}

    Shelf(String code) {
        code(code);
    }
}
