package dev.rubedo.orm.inheritance.firm;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A company with employees of all classes and one boss. Confined to one thread at a time. */
@Entity(table = "companies")
public final class Company extends CompanyBase {

    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "company", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Employee> employees();

        @ForeignKey("managers.id")
        @Nullable
        Long bossId();

        @Relationship(backPopulates = "bossOf")
        @Nullable
        Manager boss();
    }

    Company() {}

    /** Creates a company without employees. */
    public Company(String name) {
        name(name);
    }
}
