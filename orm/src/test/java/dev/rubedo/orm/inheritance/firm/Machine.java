package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** What only engineers have. Confined to one thread at a time. */
@Entity(table = "machines")
public final class Machine extends MachineBase {

    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(backPopulates = "machines")
        Engineer engineer();
    }

    Machine() {}

    /** Creates a machine that is not used yet. */
    public Machine(String name) {
        name(name);
    }
}
