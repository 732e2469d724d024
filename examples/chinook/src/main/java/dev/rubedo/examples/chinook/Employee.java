package dev.rubedo.examples.chinook;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person who works in the store. Confined to one thread at a time, as its session is. */
@Entity(table = "Employee")
public final class Employee extends EmployeeBase {
    interface Mapped {
        @Id
        @Column(name = "EmployeeId")
        Integer id();

        @Column(name = "LastName", length = 20)
        String lastName();

        @Column(name = "FirstName", length = 20)
        String firstName();

        @Column(name = "Title", length = 30)
        @Nullable
        String title();

        @ForeignKey("Employee.EmployeeId")
        @Column(name = "ReportsTo", index = true)
        @Nullable
        Integer reportsTo();

        @Column(name = "BirthDate")
        @Nullable
        LocalDateTime birthDate();

        @Column(name = "HireDate")
        @Nullable
        LocalDateTime hireDate();

        @Column(name = "Address", length = 70)
        @Nullable
        String address();

        @Column(name = "City", length = 40)
        @Nullable
        String city();

        @Column(name = "State", length = 40)
        @Nullable
        String state();

        @Column(name = "Country", length = 40)
        @Nullable
        String country();

        @Column(name = "PostalCode", length = 10)
        @Nullable
        String postalCode();

        @Column(name = "Phone", length = 24)
        @Nullable
        String phone();

        @Column(name = "Fax", length = 24)
        @Nullable
        String fax();

        @Column(name = "Email", length = 60)
        @Nullable
        String email();

        @Relationship(backPopulates = "reports")
        @Nullable
        Employee manager();

        @Relationship(backPopulates = "manager", orderBy = "id")
        List<Employee> reports();

        @Relationship(backPopulates = "supportRep", orderBy = "id")
        List<Customer> customers();
    }

    Employee() {}
}
