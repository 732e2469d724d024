package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** The other side of a many-to-many of lists. Confined to one thread at a time. */
@Entity
public final class Club extends ClubBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(joinTable = "membership", backPopulates = "clubs")
        List<Member> members();
    }

    Club() {}

    Club(String name) {
        name(name);
    }
}
