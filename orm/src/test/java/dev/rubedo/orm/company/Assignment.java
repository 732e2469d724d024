package dev.rubedo.orm.company;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** An association object: its key is made of two foreign keys. */
@Entity
public final class Assignment extends AssignmentBase {
    interface Mapped {
        @Id
        @ForeignKey("employee.id")
        Long employeeId();

        @Id
        @ForeignKey("project.id")
        Long projectId();

        String role();

        @Relationship(backPopulates = "assignments")
        Employee employee();

        @Relationship(backPopulates = "assignments")
        Project project();
    }

    Assignment() {}

    Assignment(String role) {
        role(role);
    }
}
