package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An employee of the shop: a self-reference, and the root of a hierarchy. Confined to one thread at a time. */
@Entity(table = "employees")
@Polymorphic(on = "type", identity = "employee")
public class Employee extends EmployeeBase {
    protected interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "subordinates")
        @Nullable
        Employee manager();

        @Relationship(backPopulates = "manager", orderBy = "name")
        List<Employee> subordinates();
    }

    protected Employee() {}

    /** Creates an employee. */
    public Employee(String name) {
        name(name);
    }
}
