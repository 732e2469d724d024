package dev.rubedo.orm.inheritance.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** Who employs. Confined to one thread at a time. */
@Entity(table = "companies")
public final class Company extends CompanyBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "company", orderBy = "id")
        List<Employee> employees();
    }

    Company() {}

    public Company(String name) {
        name(name);
    }
}
