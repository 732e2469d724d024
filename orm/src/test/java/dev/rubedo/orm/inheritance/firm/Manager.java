package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another subclass with a table of its own. Confined to one thread at a time. */
@Entity(table = "managers")
@Polymorphic(identity = "manager")
public final class Manager extends ManagerBase {

    interface Mapped extends Employee.Mapped {
        @Nullable
        Integer budget();

        @Relationship(backPopulates = "manager", orderBy = "id")
        List<Engineer> reports();

        @Relationship(backPopulates = "boss")
        @Nullable
        Company bossOf();
    }

    Manager() {}

    /** Creates a manager without reports. */
    public Manager(String name, int budget) {
        name(name).budget(budget);
    }
}
