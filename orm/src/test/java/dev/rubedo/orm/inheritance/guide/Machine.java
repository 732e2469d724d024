package dev.rubedo.orm.inheritance.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** What engineers use. Confined to one thread at a time. */
@Entity(table = "machines")
public final class Machine extends MachineBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(backPopulates = "machines")
        @Nullable
        Engineer engineer();
    }

    Machine() {}

    public Machine(String name) {
        name(name);
    }
}
