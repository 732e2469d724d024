package dev.rubedo.orm.inheritance.guide;

import dev.rubedo.mapping.Entity;
import org.jspecify.annotations.Nullable;

/** A subclass without a table. Confined to one thread at a time. */
@Entity
public final class Manager extends ManagerBase {
    interface Mapped extends Employee.Mapped {
        @Nullable
        Integer budget();
    }

    Manager() {}

    public Manager(String name, int budget) {
        name(name).budget(budget);
    }
}
