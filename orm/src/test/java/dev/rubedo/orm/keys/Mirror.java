package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Type;
import java.util.List;

/** Its key is stored as another integer. Confined to one thread at a time. */
@Entity(table = "mirrors")
public final class Mirror extends MirrorBase {
    interface Mapped {
        @Id(assigned = true)
        @Type(MirroredType.class)
        Long id();

        @Relationship(backPopulates = "mirror")
        List<Reflection> reflections();
    }

    Mirror() {}

    /** Makes one. */
    public Mirror(Long id) {
        id(id);
    }
}
