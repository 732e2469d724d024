package dev.rubedo.orm.visible;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Hidden by its mixin if it is archived. Confined to one thread at a time. */
@Entity(table = "sheets")
public final class Sheet extends SheetBase {
    interface Mapped extends Archived {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "sheets")
        @Nullable
        Folder folder();
    }

    Sheet() {}

    Sheet(String name, boolean archived) {
        name(name);
        archived(archived);
    }
}
