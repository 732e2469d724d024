package dev.rubedo.orm.loading.matrix.single;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** A part of a subclass. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "sub")
public final class Sub extends SubBase {
    interface Mapped extends Part.Mapped {
        @Nullable
        Integer extra();
    }
}
