package dev.rubedo.orm.visible;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Criteria;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import java.util.List;

/** Hides drafts by a method of its own. Confined to one thread at a time. */
@Entity(table = "folders")
public final class Folder extends FolderBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "folder", cascade = Cascade.ALL, orderBy = "id")
        List<Sheet> sheets();
    }

    Folder() {}

    Folder(String name) {
        name(name);
    }

    @Criteria
    static Condition published(Folder_ folder) {
        return folder.name.notLike("draft%");
    }
}
