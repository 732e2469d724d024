package dev.rubedo.examples.recipes.generic;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/**
 * The third way: each owner refers to one row, which holds what owners have in common. Confined to one thread at a
 * time.
 */
@Entity(table = "notebooks")
public final class Notebook extends NotebookBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship(backPopulates = "notebook", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Line> lines();
    }

    /** Creates an empty notebook. */
    public Notebook() {}
}
