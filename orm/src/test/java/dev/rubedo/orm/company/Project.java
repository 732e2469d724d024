package dev.rubedo.orm.company;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An association object's other side, and an owner of tasks. */
@Entity
public final class Project extends ProjectBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Nullable
        Instant started();

        @Relationship(backPopulates = "project", cascade = ALL_DELETE_ORPHAN)
        List<Assignment> assignments();

        @Relationship(backPopulates = "project", cascade = ALL_DELETE_ORPHAN, orderBy = "id")
        List<Task> tasks();
    }

    Project() {}

    Project(String name) {
        name(name);
    }
}
