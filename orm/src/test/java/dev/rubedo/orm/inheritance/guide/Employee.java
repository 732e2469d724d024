package dev.rubedo.orm.inheritance.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** The root of the hierarchy. Confined to one thread at a time. */
@Entity(table = "employees")
@Polymorphic(on = "type", identity = "employee")
public class Employee extends EmployeeBase {
    protected interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "employees")
        @Nullable
        Company company();
    }

    protected Employee() {}

    public Employee(String name) {
        name(name);
    }
}
