package dev.rubedo.orm.golden;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team with a captain, who is one of its players. Confined to one thread at a time. */
@Entity(table = "teams")
public final class Team extends TeamBase {
    interface Mapped {
        @Id
        Integer id();

        @Column(length = 30)
        String name();

        @ForeignKey("players.id")
        @Nullable
        Integer captainId();

        @Relationship(foreignKey = "captainId", loading = Loading.LAZY)
        @Nullable
        Player captain();

        @Relationship(backPopulates = "team", orderBy = "id", loading = Loading.LAZY)
        List<Player> players();
    }
}
