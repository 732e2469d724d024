package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Validates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subclass with a table of its own, and a subclass of its own. Confined to one thread at a time. */
@Entity(table = "engineers")
@Polymorphic(identity = "engineer")
public class Engineer extends EngineerBase {

    protected interface Mapped extends Employee.Mapped {
        @Column(length = 20)
        String language();

        @Relationship(backPopulates = "engineer", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Machine> machines();

        @Relationship(backPopulates = "reports")
        @Nullable
        Manager manager();
    }

    protected Engineer() {}

    /** Creates an engineer without machines. */
    public Engineer(String name, String language) {
        name(name).language(language);
    }

    @Validates("name")
    static String checkName(String name) {
        return name.strip();
    }
}
