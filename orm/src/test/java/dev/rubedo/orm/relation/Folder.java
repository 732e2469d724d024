package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.PassiveDeletes;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A folder whose files the database deletes and whose links it releases. Confined to one thread at a time. */
@Entity(table = "folders")
public final class Folder extends FolderBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship(backPopulates = "folder", cascade = Cascade.ALL, passiveDeletes = PassiveDeletes.UNLOADED, orderBy = "id")
        List<File> files();

        @Relationship(backPopulates = "origin", passiveDeletes = PassiveDeletes.ALL)
        List<File> copies();
    }
}
