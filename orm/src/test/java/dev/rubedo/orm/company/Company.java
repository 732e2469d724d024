package dev.rubedo.orm.company;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Version;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The root of the graph: everything below goes with it. */
@Entity
public final class Company extends CompanyBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 80, unique = true)
        String name();

        @Version
        int version();

        @Relationship
        @Nullable
        Address seat();

        @Relationship(backPopulates = "company", cascade = ALL_DELETE_ORPHAN, orderBy = "name")
        List<Department> departments();
    }

    Company() {}

    Company(String name) {
        name(name);
    }
}
