package dev.rubedo.orm.shop;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Teams and players refer to each other. Confined to one thread at a time. */
@Entity(table = "players")
public final class Player extends PlayerBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "players")
        @Nullable
        Team team();
    }

    Player() {}

    /** Makes one. */
    public Player(String name) {
        name(name);
    }
}
