package dev.rubedo.orm.company;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tree: self-reference with both sides. */
@Entity
public final class Department extends DepartmentBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "departments")
        Company company();

        @Relationship(backPopulates = "parts")
        @Nullable
        Department parent();

        @Relationship(backPopulates = "parent")
        Set<Department> parts();

        @Relationship(backPopulates = "department")
        List<Employee> employees();
    }

    Department() {}

    Department(String name) {
        name(name);
    }
}
