package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tree: deletion leaves the reports without a manager. Confined to one thread at a time. */
@Entity(table = "employees")
public final class Employee extends EmployeeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "reports")
        @Nullable
        Employee manager();

        @Relationship(backPopulates = "manager", orderBy = "id")
        List<Employee> reports();
    }

    Employee() {}

    /** Makes one. */
    public Employee(String name) {
        name(name);
    }
}
