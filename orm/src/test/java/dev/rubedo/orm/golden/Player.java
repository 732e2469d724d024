package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A player of a team. Confined to one thread at a time. */
@Entity(table = "players")
public final class Player extends PlayerBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 30)
        String name();

        @ForeignKey("teams.id")
        @Nullable
        Integer teamId();

        @Relationship(foreignKey = "teamId", backPopulates = "players", loading = Loading.LAZY)
        @Nullable
        Team team();
    }
}
