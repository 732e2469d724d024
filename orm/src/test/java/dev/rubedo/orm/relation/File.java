package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.OnDelete;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A file in a folder, perhaps copied from another. Confined to one thread at a time. */
@Entity(table = "files")
public final class File extends FileBase {
    interface Mapped {
        @Id
        Long id();

        @ForeignKey(value = "folders.id", onDelete = OnDelete.CASCADE)
        @Nullable
        Long folderId();

        @ForeignKey(value = "folders.id", onDelete = OnDelete.SET_NULL)
        @Nullable
        Long originId();

        @Relationship(backPopulates = "files", foreignKey = "folderId")
        @Nullable
        Folder folder();

        @Relationship(backPopulates = "copies", foreignKey = "originId")
        @Nullable
        Folder origin();
    }
}
