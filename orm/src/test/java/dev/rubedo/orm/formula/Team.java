package dev.rubedo.orm.formula;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.formula.Player_.PLAYER;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Functions.max;
import static dev.rubedo.sql.Functions.upper;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Formula;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Expression;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team, with formulas over its columns and over other rows. Confined to one thread at a time. */
@Entity(table = "teams")
public class Team extends TeamBase {
    interface Mapped {
        @Id
        Long id();

        String name();

        @Relationship(backPopulates = "team", cascade = Cascade.ALL, orderBy = "id")
        List<Player> players();
    }

    Team() {}

    Team(String name) {
        name(name);
    }

    @Formula
    static Expression<String> title(Team_ team) {
        return upper(team.name);
    }

    /** The number of players. */
    @Formula
    static Expression<Long> size(Team_ team) {
        return select(count(PLAYER.id)).where(PLAYER.teamId.eq(team.id)).scalar();
    }

    @Formula
    static Expression<@Nullable Integer> best(Team_ team) {
        return select(max(PLAYER.goals)).where(PLAYER.teamId.eq(team.id)).scalar();
    }
}
