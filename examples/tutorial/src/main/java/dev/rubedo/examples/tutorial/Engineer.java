package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** An employee with a separate table for what only engineers have. Confined to one thread at a time. */
@Entity(table = "engineers")
@Polymorphic(identity = "engineer")
public final class Engineer extends EngineerBase {
    interface Mapped extends Employee.Mapped {
        @Column(length = 30)
        String language();
    }

    Engineer() {}

    /** Creates an engineer. */
    public Engineer(String name, String language) {
        name(name);
        language(language);
    }
}
