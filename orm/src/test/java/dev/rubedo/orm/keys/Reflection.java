package dev.rubedo.orm.keys;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.Type;

/** Its key is the key of what it refers to. Confined to one thread at a time. */
@Entity(table = "reflections")
public final class Reflection extends ReflectionBase {
    interface Mapped {
        @Id(assigned = true)
        @Type(MirroredType.class)
        @ForeignKey("mirrors.id")
        Long mirrorId();

        @Relationship(backPopulates = "reflections")
        Mirror mirror();
    }
}
