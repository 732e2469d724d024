package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Hybrid;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import org.jspecify.annotations.Nullable;

/** The root of the hierarchy, of which there are objects too. Confined to one thread at a time. */
@Entity(table = "employees")
@Polymorphic(on = "type", identity = "employee")
public class Employee extends EmployeeBase {

    protected interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Column(length = 20)
        String type();

        @Version
        int version();

        @Relationship(backPopulates = "employees")
        @Nullable
        Company company();
    }

    protected Employee() {}

    /** Creates an employee without a company. */
    public Employee(String name) {
        name(name);
    }

    /** Returns whether this is the name. */
    @Hybrid
    public boolean isCalled(String name) {
        return name().equals(name);
    }

    @Hybrid
    static Condition isCalled(Employee_ employee, String name) {
        return employee.name.eq(name);
    }

    @Formula
    static Expression<String> greeting(Employee_ employee) {
        return employee.name.concat("!");
    }
}
