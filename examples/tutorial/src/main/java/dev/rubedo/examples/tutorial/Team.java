package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A team of users: a many-to-many whose links have a role. Confined to one thread at a time. */
@Entity(table = "teams")
public final class Team extends TeamBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "team", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Membership> memberships();
    }

    Team() {}

    /** Creates a team. */
    public Team(String name) {
        name(name);
    }
}
