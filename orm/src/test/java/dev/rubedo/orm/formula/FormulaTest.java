package dev.rubedo.orm.formula;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.formula.Player_.PLAYER;
import static dev.rubedo.orm.formula.Team_.TEAM;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Sql.unionAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.error.DetachedInstanceException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Attributes that the database computes. */
class FormulaTest {

    record Summary(String title, Long size) {}

    /** Team "reds" has ada (7 goals) and bob (2), team "blues" has cid (5), team "empty" has nobody. */
    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(TEAM, PLAYER);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Team reds = new Team("reds");
            reds.players().add(new Player("ada", 7));
            reds.players().add(new Player("bob", 2));
            Team blues = new Team("blues");
            blues.players().add(new Player("cid", 5));
            session.addAll(List.of(reds, blues, new Team("empty")));
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void formulasAreSelectedWithTheColumns(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Team> teams = session.all(select(TEAM).orderBy(TEAM.id));

            assertThat(teams).extracting(Team::title).containsExactly("REDS", "BLUES", "EMPTY");
            assertThat(teams).extracting(Team::size).containsExactly(2L, 1L, 0L);
            assertThat(teams).extracting(Team::best).containsExactly(7, 5, null);
            assertThat(statements.all()).hasSize(1);
        }
    }

    @DatabaseTest(only = "sqlite")
    void theExpressionIsLabelledAndCorrelatedToItsEntityOnly(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            session.all(select(TEAM, PLAYER).from(TEAM, PLAYER).where(PLAYER.teamId.eq(TEAM.id), TEAM.size.gt(1L)));

            assertThat(statements).containsExactly("""
                    SELECT teams.id, teams.name, upper(teams.name) AS title,
                    (SELECT count(players.id) AS count_1 FROM players WHERE players.team_id = teams.id) AS size,
                    (SELECT max(players.goals) AS max_1 FROM players WHERE players.team_id = teams.id) AS best,
                    players.id AS id_1, players.name AS name_1, players.goals, players.team_id,
                    (SELECT count(other.id) AS count_2 FROM players AS other
                    WHERE other.team_id = players.team_id AND other.goals > players.goals) AS rank,
                    players.goals * ? AS points
                    FROM teams, players WHERE players.team_id = teams.id
                    AND (SELECT count(players.id) AS count_1 FROM players WHERE players.team_id = teams.id) > ?
                    """);
        }
    }

    @DatabaseTest
    void theyStandInConditionsOrdersAndGroups(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.all(select(TEAM.name).where(TEAM.size.gt(0L)).orderBy(TEAM.size.desc())))
                    .containsExactly("reds", "blues");
            assertThat(session.execute(select(TEAM.title, TEAM.size).orderBy(TEAM.title)).as(Summary.class).all())
                    .containsExactly(new Summary("BLUES", 1L), new Summary("EMPTY", 0L), new Summary("REDS", 2L));
            assertThat(session.all(select(TEAM).where(TEAM.title.eq("BLUES")))).extracting(Team::name)
                    .containsExactly("blues");
            assertThat(session.all(select(count(TEAM.id)).groupBy(TEAM.title))).containsExactly(1L, 1L, 1L);
        }
    }

    @DatabaseTest
    void anAliasHasItsOwn(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Team_ other = TEAM.as("rival");

            assertThat(session.all(select(other.name).where(other.size.eq(1L)))).containsExactly("blues");
            assertThat(session.all(select(TEAM.name, other.name).join(other, other.size.lt(TEAM.size))
                    .orderBy(TEAM.name, other.name)).stream().map(row -> row.get(1) + ">" + row.get(2)))
                    .containsExactly("blues>empty", "reds>blues", "reds>empty");
            assertThat(session.all(select(other).orderBy(other.size))).extracting(Team::name)
                    .containsExactly("empty", "blues", "reds");
        }
    }

    @DatabaseTest
    void aSubqueryHasThemAsColumns(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            var sizes = select(TEAM.name, TEAM.size).subquery("sizes");

            assertThat(session.all(select(sizes.column(TEAM.name)).where(sizes.column(TEAM.size).gt(0L))
                    .orderBy(sizes.column(TEAM.size)))).containsExactly("blues", "reds");
        }
    }

    @DatabaseTest
    void aPathThroughARelationshipHasThem(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.all(select(PLAYER.name).where(PLAYER.team().size.eq(2L)).orderBy(PLAYER.rank)))
                    .containsExactly("ada", "bob");
            assertThat(session.all(select(TEAM.name).where(TEAM.players.any(PLAYER.rank.eq(1L)))))
                    .containsExactly("reds");
        }
    }

    @DatabaseTest
    void relatedObjectsHaveThem(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        for (var option : List.of(joined(TEAM.players), selectIn(TEAM.players))) {
            try (Session session = sessions.open()) {
                List<Team> teams = session.all(select(TEAM).options(option).orderBy(TEAM.size.desc()).limit(2));
                int before = statements.all().size();

                assertThat(teams.get(0).players()).extracting(Player::rank).containsExactly(0L, 1L);
                assertThat(teams.get(1).players()).extracting(Player::points).containsExactly(15);
                assertThat(teams).extracting(Team::size).containsExactly(2L, 1L);
                assertThat(statements.all()).hasSize(before);
            }
        }
    }

    @DatabaseTest
    void writingTheObjectExpiresThem(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            Team made = new Team("greens");
            assertThat(made.size()).isNull();
            session.add(made);
            assertThat(made.title()).isNull();
            session.flush();
            assertThat(made.title()).isEqualTo("GREENS");
            assertThat(made.size()).isZero();

            made.name("whites");
            assertThat(made.title()).isEqualTo("GREENS");
            session.flush();
            assertThat(made.title()).isEqualTo("WHITES");

            made.players().add(new Player("dot", 1));
            session.flush();
            assertThat(made.size()).isEqualTo(1);
            session.execute(update(TEAM).set(TEAM.name, "blacks").where(TEAM.id.eq(made.id())));
            assertThat(made.title()).isEqualTo("BLACKS");
        }
    }

    @DatabaseTest
    void aRollbackOfANewObjectClearsThem(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Team made = new Team("greens");
            session.add(made);
            session.flush();
            assertThat(made.title()).isEqualTo("GREENS");

            session.rollback();

            assertThat(made.title()).isNull();
            session.add(made);
            session.flush();
            assertThat(made.title()).isEqualTo("GREENS");
        }
    }

    @DatabaseTest
    void theyAreRefreshedAndDeferredLikeColumns(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            Team reds = session.require(Team.class, 1);
            session.execute(update(PLAYER).set(PLAYER.teamId, 1L).where(PLAYER.name.eq("cid")));
            assertThat(reds.size()).isEqualTo(2);
            session.refresh(reds, TEAM.size);
            assertThat(reds.size()).isEqualTo(3);
            session.refresh(reds);
            assertThat(reds.best()).isEqualTo(7);
        }
        try (Session session = sessions.open()) {
            List<Team> teams = session.all(select(TEAM).options(loadOnly(TEAM.name)).orderBy(TEAM.id));
            assertThat(InstanceState.of(teams.get(0)).unloaded()).contains("size", "title", "best");
            assertThat(teams).extracting(Team::title).containsExactly("REDS", "BLUES", "EMPTY");
        }
        try (Session session = sessions.open()) {
            List<Team> teams = session.all(select(TEAM).options(defer(TEAM.size)).orderBy(TEAM.id));
            assertThat(InstanceState.of(teams.get(0)).unloaded()).contains("size").doesNotContain("title");
            statements.clear();
            assertThat(teams).extracting(Team::size).containsExactly(2L, 1L, 0L);
            // the first alone, the others together
            assertThat(statements.all()).hasSize(2);
        }
    }

    @DatabaseTest
    void compoundQueriesAndReturningLoadThemOnAccess(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Team> both = session.all(unionAll(select(TEAM).where(TEAM.id.eq(1L)),
                    select(TEAM).where(TEAM.id.eq(2L))));

            assertThat(both).extracting(Team::title).containsExactlyInAnyOrder("REDS", "BLUES");
            if (engine.dialect().supports(Feature.INSERT_RETURNING)) {
                Team made = session.one(insertInto(TEAM).values(TEAM.name, "greens").returning(TEAM));
                assertThat(made.title()).isEqualTo("GREENS");
            }
        }
    }

    @DatabaseTest(only = "sqlite")
    void theyAreNeverWritten(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.execute(update(TEAM).set(TEAM.title, "x")))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining(
                            "\"Team.title\" is a formula, which the database computes, and cannot be set");
            assertThatThrownBy(() -> session.execute(insertInto(TEAM).values(TEAM.size, 1L)))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("\"Team.size\" is a formula");
            Team team = session.require(Team.class, 1);
            assertThatThrownBy(() -> InstanceState.of(team).set("size", 5L))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is a formula");
        }
        Team gone;
        try (Session session = sessions.open()) {
            gone = session.all(select(TEAM).options(loadOnly(TEAM.name)).limit(1)).get(0);
        }
        assertThatThrownBy(gone::size).isInstanceOf(DetachedInstanceException.class).hasMessageContaining("size");
    }
}
