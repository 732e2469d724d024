package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An employee, the root of a hierarchy with a table for each class. Confined to one thread at a time. */
@Entity(table = "employees")
@Polymorphic(on = "type", identity = "employee")
public class Employee extends EmployeeBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 50)
        String name();

        @Column(length = 20)
        String type();

        @ForeignKey("employees.id")
        @Nullable
        Integer managerId();

        @Column(precision = 10, scale = 2)
        @Nullable
        BigDecimal salary();

        @Nullable
        LocalDate hiredOn();

        @Relationship(backPopulates = "reports", loading = Loading.LAZY)
        @Nullable
        Employee manager();

        @Relationship(backPopulates = "manager", orderBy = "id", loading = Loading.LAZY)
        List<Employee> reports();
    }
}
