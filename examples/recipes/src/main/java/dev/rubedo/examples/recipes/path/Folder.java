package dev.rubedo.examples.recipes.path;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import java.util.List;

/** A folder whose path begins with the path of its parent folder. Confined to one thread at a time. */
@Entity(table = "folders")
public final class Folder extends FolderBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 200, unique = true)
        String path();

        @Relationship(viewOnly = true, orderBy = "path")
        List<Folder> descendants();

        @Relationship(viewOnly = true, orderBy = "path")
        List<Folder> ancestors();
    }

    Folder() {}

    /** Creates a folder, for example {@code /home/ada/}. */
    public Folder(String path) {
        path(path);
    }

    @JoinCondition(value = "descendants", standalone = true)
    static Condition isBelow(Folder_ folder, Folder_ below) {
        return below.path.startsWith(folder.path).and(below.path.ne(folder.path));
    }

    @JoinCondition(value = "ancestors", standalone = true)
    static Condition isAbove(Folder_ folder, Folder_ above) {
        return folder.path.startsWith(above.path).and(folder.path.ne(above.path));
    }
}
