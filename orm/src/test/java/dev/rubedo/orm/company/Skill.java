package dev.rubedo.orm.company;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** Many-to-many from the other side. */
@Entity
public final class Skill extends SkillBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 40, unique = true)
        String name();

        @Relationship(joinTable = "employee_skill", backPopulates = "skills")
        Set<Employee> employees();
    }

    Skill() {}

    Skill(String name) {
        name(name);
    }
}
