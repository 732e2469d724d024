package dev.rubedo.orm.relation.natural;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A signal whose foreign keys are those that its relationships create. Confined to one thread at a time. */
@Entity(table = "signals")
public class Signal extends SignalBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship(updateCascade = true)
        Region area();

        @Relationship(updateCascade = true)
        @Nullable
        Station stop();
    }
}
