package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Teams and players refer to each other. Confined to one thread at a time. */
@Entity(table = "teams")
public final class Team extends TeamBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship
        @Nullable
        Player captain();

        @Relationship(backPopulates = "team", orderBy = "id")
        List<Player> players();
    }

    Team() {}

    /** Makes one. */
    public Team(String name) {
        name(name);
    }
}
