package dev.rubedo.orm.company;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Self-reference, one-to-one, many-to-many, and the target of two foreign keys of one class. */
@Entity
public final class Employee extends EmployeeBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal salary();

        @Nullable
        LocalDate born();

        @Relationship(backPopulates = "employees")
        @Nullable
        Department department();

        @Relationship(backPopulates = "reports")
        @Nullable
        Employee boss();

        @Relationship(backPopulates = "boss", orderBy = "name")
        List<Employee> reports();

        @Relationship(backPopulates = "holder", cascade = ALL_DELETE_ORPHAN)
        @Nullable
        Badge badge();

        @Relationship(joinTable = "employee_skill", backPopulates = "employees")
        Set<Skill> skills();

        @Relationship(backPopulates = "employee", cascade = ALL_DELETE_ORPHAN)
        List<Assignment> assignments();

        @Relationship(backPopulates = "author")
        List<Document> written();

        @Relationship(backPopulates = "reviewer")
        List<Document> reviewed();
    }

    Employee() {}

    Employee(String name) {
        name(name);
    }
}
