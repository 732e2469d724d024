package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.RubedoException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, with files and databases. */
class CommandsTest {
    @TempDir Path directory;
    private String url = "sqlite:///:memory:";

    @BeforeEach
    void init() {
        run(new InitCommand("migrations", "", ""));
    }

    private String run(MigrationCommand command) {
        return run(command, MigrationEnvironment.DEFAULT);
    }

    private String run(MigrationCommand command, MigrationEnvironment environment) {
        var out = new StringWriter();
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "").with("url", url);
        command.run(CommandContext.of(config, new PrintWriter(out)).withEnvironment(environment));
        return out.toString().replace(directory.toString(), "").replace("\r\n", "\n");
    }

    private void revision(String id, String message, String after, String up, String down) throws IOException {
        run(new RevisionCommand(message, RevisionCommand.Options.DEFAULT.after(after).withId(id)));
        try (var files = Files.list(directory.resolve("migrations/versions"))) {
            var file = files.filter(each -> each.getFileName().toString().startsWith("R" + id)).findFirst()
                    .orElseThrow();
            var text = Files.readString(file);
            text = text.replace("upgrade(Operations op) {\n", "upgrade(Operations op) {\n" + up + "\n")
                    .replace("downgrade(Operations op) {\n", "downgrade(Operations op) {\n" + down + "\n")
                    .replace("import dev.rubedo.migrate.operation.Migration;",
                            "import static dev.rubedo.schema.Column.column;\nimport static dev.rubedo.type.Types.*;\n"
                                    + "import dev.rubedo.migrate.operation.Migration;");
            Files.writeString(file, text);
        }
    }

    private void shop() throws IOException {
        revision("a1a1", "create users", "head", "op.createTable(\"users\", column(\"id\", INTEGER).primaryKey());",
                "op.dropTable(\"users\");");
        revision("b2b2", "add names", "head", "op.addColumn(\"users\", column(\"name\", string(20)));",
                "op.dropColumn(\"users\", \"name\");");
    }

    @Test
    void initWritesSettingsThatCanBeReadAndRefusesAFilledDirectory() throws IOException {
        assertThat(directory.resolve("migrations/versions")).isDirectory();
        assertThat(Files.readString(directory.resolve("rubedo.toml"))).startsWith("""
                # The settings of migrations. A text may contain ${VARIABLE}, which is read from the environment.
                [migrate]
                script-dir = "migrations"
                url = "${DATABASE_URL}"
                """);
        assertThat(run(new InitCommand("migrations", "", ""))).startsWith("Kept /migrations/.gitignore\n")
                .doesNotContain("password");
        for (var url : List.of("postgresql://me:secret@localhost/shop",
                "jdbc:postgresql://localhost/shop?user=me&password=secret")) {
            Files.delete(directory.resolve("rubedo.toml"));
            assertThat(run(new InitCommand("migrations", url, ""))).contains("Warning: rubedo.toml has the password of "
                    + "the database. Before others can read it, write url = \"${DATABASE_URL}\" there and set this "
                    + "environment variable.\n");
        }
        assertThat(run(new InitCommand("migrations", "postgresql://me:secret@localhost/shop", "")))
                .contains("Kept /rubedo.toml\n").doesNotContain("Warning");
        Files.delete(directory.resolve("rubedo.toml"));
        assertThat(run(new InitCommand("migrations", "postgresql://me:${PASSWORD}@localhost/shop", "")))
                .doesNotContain("Warning");
        run(new RevisionCommand("first"));

        assertThatThrownBy(() -> run(new InitCommand("migrations", "", ""))).isInstanceOf(MigrationException.class)
                .hasMessageContaining("exists and is not empty");
    }

    @Test
    void aRevisionIsNotGeneratedWithoutAModel() {
        var options = new RevisionCommand.Options(List.of("head"), false, List.of(), List.of(), "", true, false, null);

        assertThatThrownBy(() -> run(new RevisionCommand("generated", options))).isInstanceOf(MigrationException.class)
                .hasMessageContaining("no model to compare with").hasMessageContaining("Set metadata (and classpath)");
    }

    @Test
    void aRevisionIsJavaThatFollowsTheHead() throws IOException {
        run(new RevisionCommand("Create the \"user's\" table", RevisionCommand.Options.DEFAULT.withId("a1a1")));
        run(new RevisionCommand("", RevisionCommand.Options.DEFAULT.withId("b2b2")));

        var first = Files.readString(directory.resolve("migrations/versions/Ra1a1_create_the_user_s_table.java"));
        assertThat(first.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d", "2026-11-30T09:30")).isEqualTo("""
                package revisions;

                import dev.rubedo.migrate.operation.Migration;
                import dev.rubedo.migrate.operation.Operations;
                import dev.rubedo.migrate.operation.Revision;

                /** Create the "user's" table. */
                @Revision(id = "a1a1", message = "Create the \\"user's\\" table", created = "2026-11-30T09:30")
                public final class Ra1a1_create_the_user_s_table implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                    }

                    @Override
                    public void downgrade(Operations op) {
                    }
                }
                """);
        assertThat(Files.readString(directory.resolve("migrations/versions/Rb2b2.java")))
                .contains("@Revision(id = \"b2b2\", downRevision = \"a1a1\", created =");
        assertThat(Files.readString(directory.resolve("migrations/HEADS"))).isEqualTo("b2b2\n");
    }

    @DatabaseTest
    void revisionsAreCompiledAppliedAndUndone(TestDatabase database, Engine engine) throws IOException {
        url = database.url();
        var environment = sharing(engine);
        shop();

        assertThat(run(new UpgradeCommand("head"), environment)).isEqualTo("""
                Upgraded <base> -> a1a1, create users
                Upgraded a1a1 -> b2b2, add names
                """);
        assertThat(engine.inspect().columns("users")).extracting(column -> column.name()).containsExactly("id",
                "name");
        assertThat(run(new UpgradeCommand("head"), environment)).isEqualTo("Nothing to do.\n");
        assertThat(run(new CurrentCommand(false, true), environment)).isEqualTo("b2b2 (head)\n");
        assertThat(run(new DowngradeCommand("-1"), environment)).isEqualTo("Downgraded b2b2 -> a1a1, add names\n");
        assertThat(run(new HistoryCommand("", false, true), environment)).isEqualTo("""
                a1a1 -> b2b2 (head), add names
                <base> -> a1a1 (current), create users
                """);
        assertThatThrownBy(() -> run(new CurrentCommand(false, true), environment))
                .isInstanceOf(OutOfDateException.class)
                .hasMessage("The database is at [a1a1], but the heads are [b2b2]."
                        + " Upgrade it with the command upgrade heads.");
        assertThat(run(new StampCommand(List.of("head"), false, false), environment))
                .isEqualTo("Stamped a1a1 -> b2b2\n");
        assertThat(run(new HistoryCommand("current:", false, false), environment))
                .isEqualTo("a1a1 -> b2b2 (head), add names\n");
        assertThat(run(new StampCommand(List.of("a1a1"), false, true), environment))
                .isEqualTo("Stamped <base> -> a1a1\n");
    }

    /** The engine of the test stays open. */
    private static MigrationEnvironment sharing(Engine engine) {
        var connection = engine.connect();
        return new MigrationEnvironment() {
            @Override
            public Optional<dev.rubedo.engine.Connection> connection() {
                if (connection.isInTransaction()) {
                    connection.rollback();
                }
                return Optional.of(connection);
            }
        };
    }

    @Test
    void branchesAreListedShownAndMerged() throws IOException {
        shop();
        run(new RevisionCommand("other", new RevisionCommand.Options(List.of("a1a1"), true, List.of("side"),
                List.of(), "c3c3", false, true, null)));

        assertThat(run(new HeadsCommand(false, false))).isEqualTo("b2b2 (head)\nc3c3 (side) (head)\n");
        assertThat(run(new BranchesCommand(false))).isEqualTo("""
                a1a1 (branchpoint), create users
                    -> b2b2 (head), add names
                    -> c3c3 (side) (head), other
                """);
        assertThatThrownBy(() -> run(new RevisionCommand("no"))).isInstanceOf(MultipleHeadsException.class);
        assertThatThrownBy(() -> run(new UpgradeCommand("head"))).isInstanceOf(MultipleHeadsException.class);
        assertThatThrownBy(() -> run(new RevisionCommand("no", RevisionCommand.Options.DEFAULT.after("a1a1"))))
                .isInstanceOf(RevisionException.class).hasMessageEndingWith("use the option splice.");

        assertThat(run(new MergeCommand(List.of("heads"), "join", List.of(), "d4d4", false)))
                .isEqualTo("Created /migrations/versions/Rd4d4_join.java\n");
        assertThat(run(new HeadsCommand(false, false))).isEqualTo("d4d4 (side) (head) (mergepoint)\n");
        assertThat(Files.readString(directory.resolve("migrations/HEADS"))).isEqualTo("d4d4\n");
        assertThat(run(new ShowCommand("d4"))).matches("""
                Rev: d4d4 \\(side\\) \\(head\\) \\(mergepoint\\)
                Merges: b2b2, c3c3
                Path: /migrations/versions/Rd4d4_join.java
                Created: .*

                    join

                """);
        assertThatThrownBy(() -> run(new MergeCommand(List.of("head"), "", List.of(), "", false)))
                .isInstanceOf(RevisionException.class).hasMessageStartingWith("There is nothing to merge");
    }

    @Test
    void scriptsAreWrittenWithoutAConnection() throws IOException {
        shop();
        url = "postgresql://nobody:secret@no.such.host/db";

        assertThat(run(new UpgradeCommand("head", true))).isEqualTo("""
                BEGIN;

                CREATE TABLE rubedo_version ( version_num VARCHAR(32) NOT NULL, CONSTRAINT rubedo_version_pkc PRIMARY KEY (version_num) );

                -- Running upgrade base -> a1a1

                CREATE TABLE users ( id SERIAL NOT NULL, PRIMARY KEY (id) );

                INSERT INTO rubedo_version (version_num) VALUES ('a1a1');

                COMMIT;

                BEGIN;

                -- Running upgrade a1a1 -> b2b2

                DO $guard$ BEGIN IF NOT ((SELECT count(*) AS count_1 FROM rubedo_version) = 1 AND (SELECT count(*) AS count_1 \
                FROM rubedo_version WHERE rubedo_version.version_num IN ('a1a1')) = 1) THEN RAISE EXCEPTION '%', 'The database \
                is not at a1a1'; END IF; END $guard$;

                ALTER TABLE users ADD COLUMN name VARCHAR(20);

                UPDATE rubedo_version SET version_num='b2b2' WHERE rubedo_version.version_num = 'a1a1';

                COMMIT;

                """);
        assertThat(run(new DowngradeCommand("b2b2:a1a1", true))).contains("ALTER TABLE users DROP COLUMN name;");
        assertThat(run(new UpgradeCommand("a1a1:b2b2", true))).doesNotContain("CREATE TABLE");
        assertThat(run(new StampCommand(List.of("head"), true, false)))
                .contains("INSERT INTO rubedo_version (version_num) VALUES ('b2b2');");
        assertThat(run(new EnsureVersionCommand(true))).startsWith("CREATE TABLE rubedo_version");
        assertThatThrownBy(() -> new DowngradeCommand("base", true)).isInstanceOf(MigrationException.class)
                .hasMessage(
                        "A downgrade script requires a starting revision. Write from:to, as in \"ab12:base\".");
        assertThatThrownBy(() -> new UpgradeCommand("a:b")).isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> run(new UpgradeCommand("head"))).isInstanceOf(RubedoException.class)
                .extracting(e -> e.toString()).asString().doesNotContain("secret");
    }

    @Test
    void revisionsInSqlAreRunStatementByStatement() throws IOException {
        Files.writeString(directory.resolve("migrations/versions/first.sql"), """
                -- rubedo: revision e5e5
                -- rubedo: message in SQL

                -- upgrade
                CREATE TABLE notes (text VARCHAR(20)); -- a comment; with a semicolon
                INSERT INTO notes VALUES ('a;b');
                CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes WHERE text = 'x'; SELECT 1; END;

                -- downgrade
                DROP TABLE notes;
                """);
        url = "sqlite:///" + directory.resolve("shop.db");

        assertThat(run(new UpgradeCommand("head"))).isEqualTo("Upgraded <base> -> e5e5, in SQL\n");
        assertThat(run(new UpgradeCommand(":head", true))).contains("INSERT INTO notes VALUES ('a;b');",
                "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes WHERE text = 'x'; SELECT 1; END;");
        assertThat(run(new DowngradeCommand("base"))).isEqualTo("Downgraded e5e5 -> <base>, in SQL\n");
    }

    @Test
    void aRevisionThatDoesNotCompileShowsTheMessageOfTheCompilerWithFileAndLine() throws IOException {
        revision("a1a1", "broken", "head", "op.nonsense();", "");
        url = "sqlite:///" + directory.resolve("shop.db");

        assertThatThrownBy(() -> run(new UpgradeCommand("head")))
                .isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining("Ra1a1_broken.java:").hasMessageContaining("nonsense");
    }

    @Test
    void missingSettingsAndDirectoriesAreNamed() throws IOException {
        url = "";
        assertThatThrownBy(() -> run(new CurrentCommand(false, false))).isInstanceOf(RubedoException.class)
                .hasMessage("No database is configured. Set url in rubedo.toml, or specify it with --url.")
                .extracting(e -> ((RubedoException) e).code()).isEqualTo(ErrorCode.CONFIGURATION);
        Files.delete(directory.resolve("migrations/versions"));
        assertThatThrownBy(() -> run(new HeadsCommand(false, false))).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("There is no revisions directory");
    }
}
