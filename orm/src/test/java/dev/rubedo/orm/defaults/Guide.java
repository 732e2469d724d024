package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** Who shows visitors around. Confined to one thread at a time. */
@Entity
final class Guide extends GuideBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(joinTable = "guidance", backPopulates = "guides")
        Set<Visit> visits();
    }

    Guide() {}

    Guide(String name) {
        name(name);
    }
}
