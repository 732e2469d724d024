package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.mapping.ServerGenerated;
import dev.rubedo.mapping.ServerOnUpdate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has columns that triggers fill, and a join table that is an entity. Confined to one thread at a time. */
@Entity
final class Visit extends VisitBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String place();

        @ServerGenerated
        @Nullable
        Integer number();

        @Default("0")
        @ServerOnUpdate
        int changes();

        @Relationship(joinTable = "guidance", backPopulates = "visits")
        Set<Guide> guides();
    }

    Visit() {}

    Visit(String place) {
        place(place);
    }
}
