package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.NotNullViolationException;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Statement;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The exceptions for violated constraints and invalid statements. */
public abstract class ConstraintErrorSuite {

    private final MetaData metadata = new MetaData();
    private final Teams teams = new Teams(metadata);
    private final Players players = new Players(metadata, teams);
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        metadata.createAll(engine);
        engine.inTransaction(filling -> {
            filling.execute(insertInto(teams).values(teams.id, 1L, teams.name, "red", teams.size, 5));
            filling.execute(insertInto(players).values(players.id, 1L, players.teamId, 1L));
        });
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void aDuplicateInAUniqueConstraint() {
        IntegrityException problem = violation(
                insertInto(teams).values(teams.id, 2L, teams.name, "red", teams.size, 5));

        assertThat(problem).isInstanceOf(UniqueViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
    }

    @DatabaseTest
    void hiddenValuesAreNotRepeatedByTheServer(TestDatabase database) {
        var hiding = database.newEngine(options -> options.hideParameters(true));
        var duplicate = insertInto(teams).values(teams.id, 2L, teams.name, "red", teams.size, 5);
        var missing = insertInto(teams).values(teams.id, 424242L, teams.size, 5);

        for (var statement : List.of(duplicate, missing)) {
            assertThatThrownBy(() -> hiding.inTransaction(other -> other.execute(statement)))
                    .isInstanceOf(IntegrityException.class)
                    .satisfies(
                            failure -> assertThat(stackTrace(failure)).doesNotContain("424242").doesNotContain("'red'")
                                    .doesNotContain("(red)"));
        }
        assertThat(violation(duplicate).kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
    }

    private static String stackTrace(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    @DatabaseTest(except = {"sqlite", "duckdb"})
    void theNameOfAUniqueConstraintIsTold() {
        IntegrityException problem = violation(
                insertInto(teams).values(teams.id, 2L, teams.name, "red", teams.size, 5));

        assertThat(problem.violates("uq_teams_name")).isTrue();
    }

    @DatabaseTest
    void aDuplicatePrimaryKey() {
        IntegrityException problem = violation(
                insertInto(teams).values(teams.id, 1L, teams.name, "blue", teams.size, 5));

        assertThat(problem).isInstanceOf(UniqueViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.UNIQUE);
    }

    @DatabaseTest
    void aMissingValue() {
        IntegrityException problem = violation(insertInto(teams).values(teams.id, 2L, teams.size, 5));

        assertThat(problem).isInstanceOf(NotNullViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.NOT_NULL);
    }

    @DatabaseTest(requires = Feature.CHECK_CONSTRAINTS)
    void aRefusedValue() {
        IntegrityException problem = violation(
                insertInto(teams).values(teams.id, 2L, teams.name, "blue", teams.size, -1));

        assertThat(problem).isInstanceOf(CheckViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.CHECK);
        // constraints have no names on DuckDB
        assertThat(problem.violates("ck_teams_size")).isEqualTo(!connection.engine().dialectName().equals("duckdb"));
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void aReferenceToNothing() {
        IntegrityException problem = violation(insertInto(players).values(players.id, 2L, players.teamId, 99L));

        assertThat(problem).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.FOREIGN_KEY);
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void aRowThatIsStillReferenced() {
        IntegrityException problem = violation(deleteFrom(teams).where(teams.id.eq(1L)));

        assertThat(problem).isInstanceOf(ForeignKeyViolationException.class);
        assertThat(problem.kind()).isEqualTo(IntegrityException.Kind.FOREIGN_KEY);
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS, except = {"sqlite", "duckdb"})
    void theNameOfAForeignKeyIsTold() {
        IntegrityException problem = violation(insertInto(players).values(players.id, 2L, players.teamId, 99L));

        assertThat(problem.violates("fk_players_team")).isTrue();
    }

    @DatabaseTest
    void theErrorShowsTheStatementAndHidesTheValues() {
        IntegrityException problem = violation(
                insertInto(teams).values(teams.id, 2L, teams.name, "red", teams.size, 4711));

        assertThat(problem.report().sql()).containsIgnoringCase("INSERT INTO").contains("teams");
        assertThat(problem).hasMessageNotContaining("4711").hasCauseInstanceOf(java.sql.SQLException.class);
    }

    @DatabaseTest
    void aMissingTable() {
        DatabaseException problem = catchThrowableOfType(DatabaseException.class,
                () -> connection.execute(text("SELECT * FROM nowhere")).rows());

        assertThat(problem).isInstanceOf(ProgrammingException.class);
    }

    @DatabaseTest
    void wrongSyntax() {
        DatabaseException problem = catchThrowableOfType(DatabaseException.class,
                () -> connection.execute(text("SELEKT 1")).rows());

        assertThat(problem).isInstanceOf(ProgrammingException.class);
    }

    @DatabaseTest
    void theConnectionIsUsableAfterARollback() {
        violation(insertInto(teams).values(teams.id, 1L, teams.name, "blue", teams.size, 5));

        connection.rollback();

        assertThat(connection.execute(select(teams.name)).all()).containsExactly("red");
    }

    private IntegrityException violation(Statement<?> statement) {
        return catchThrowableOfType(IntegrityException.class, () -> connection.execute(statement));
    }

    private static final class Teams extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<Integer> size = column("size", INTEGER).notNull();

        Teams(MetaData metadata) {
            super("teams", metadata);
            add(UniqueConstraint.on(name).named("uq_teams_name"));
            add(CheckConstraint.of(size.gt(0)).named("ck_teams_size"));
        }
    }

    private static final class Players extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<Long> teamId = column("team_id", BIGINT).notNull();

        Players(MetaData metadata, Teams teams) {
            super("players", metadata);
            add(ForeignKey.on(teamId).references(teams.id).named("fk_players_team"));
        }
    }
}
