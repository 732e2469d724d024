package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** What only squares have. Confined to one thread at a time. */
@Entity(table = "corners")
public final class Corner extends CornerBase {

    interface Mapped {
        @Id
        Long id();

        @Relationship(backPopulates = "corners")
        @Nullable
        Square square();
    }
}
