package dev.rubedo.orm.formula;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.formula.Player_.PLAYER;
import static dev.rubedo.sql.Functions.count;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Expression;

/** A player, with a formula over other rows of the same table. Confined to one thread at a time. */
@Entity(table = "players")
public class Player extends PlayerBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        int goals();

        @ForeignKey("teams.id")
        Long teamId();

        @Relationship(backPopulates = "players")
        Team team();
    }

    Player() {}

    Player(String name, int goals) {
        name(name).goals(goals);
    }

    /** The number of players of the same team that are better. */
    @Formula
    static Expression<Long> rank(Player_ player) {
        Player_ other = PLAYER.as("other");
        return select(count(other.id)).where(other.teamId.eq(player.teamId), other.goals.gt(player.goals)).scalar();
    }

    @Formula
    static Expression<Integer> points(Player_ player) {
        return player.goals.times(3);
    }
}
