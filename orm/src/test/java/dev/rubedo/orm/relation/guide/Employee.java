package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An employee in a hierarchy. Confined to one thread at a time. */
@Entity(table = "employees")
public final class Employee extends EmployeeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "reports")
        @Nullable
        Employee manager();

        @Relationship(backPopulates = "manager")
        List<Employee> reports();
    }

    Employee() {}

    /** Makes one. */
    public Employee(String name) {
        name(name);
    }
}
