package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** A shape, the root of a hierarchy of separate tables. Confined to one thread at a time. */
@Entity
@Polymorphic(concrete = true)
public abstract class Shape extends ShapeBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 30)
        @Nullable
        String name();
    }
}
