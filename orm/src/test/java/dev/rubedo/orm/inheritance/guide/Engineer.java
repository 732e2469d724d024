package dev.rubedo.orm.inheritance.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A subclass with a table. Confined to one thread at a time. */
@Entity(table = "engineers")
@Polymorphic(identity = "engineer")
public final class Engineer extends EngineerBase {
    interface Mapped extends Employee.Mapped {
        @Column(length = 20)
        String language();

        @Relationship(backPopulates = "engineer", orderBy = "id")
        List<Machine> machines();
    }

    Engineer() {}

    public Engineer(String name, String language) {
        name(name).language(language);
    }
}
