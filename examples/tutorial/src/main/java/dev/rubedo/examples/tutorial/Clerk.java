package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** An employee whose row is in the table of all employees. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "clerk")
public final class Clerk extends ClerkBase {
    interface Mapped extends Employee.Mapped {
        @Nullable
        Integer desk();
    }

    Clerk() {}

    /** Creates a clerk. */
    public Clerk(String name, int desk) {
        name(name);
        desk(desk);
    }
}
