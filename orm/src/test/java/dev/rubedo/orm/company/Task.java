package dev.rubedo.orm.company;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinTable;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;

/** Many-to-many with itself. */
@Entity
public final class Task extends TaskBase {
    interface Mapped {
        @Id
        Long id();

        String title();

        boolean done();

        @Relationship(backPopulates = "tasks")
        Project project();

        @JoinTable(name = "task_needs", columns = "task_id", inverseColumns = "needs_id")
        @Relationship(backPopulates = "neededBy")
        Set<Task> needs();

        @JoinTable(name = "task_needs", columns = "needs_id", inverseColumns = "task_id")
        @Relationship(backPopulates = "needs")
        Set<Task> neededBy();

        @Relationship(backPopulates = "task", cascade = ALL_DELETE_ORPHAN, orderBy = "at")
        List<Note> notes();
    }

    Task() {}

    Task(String title) {
        title(title);
    }
}
