package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.schema.TextDdl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with files, settings and databases: each has an error of its own. */
class BadInputTest {
    @TempDir Path directory;
    private String errors = "";

    @BeforeEach
    void settings() throws IOException {
        Files.createDirectories(directory.resolve("migrations/versions"));
        settings("url = \"sqlite:///" + directory.resolve("shop.db") + "\"");
        sql("a1", "", "CREATE TABLE t (x INTEGER);");
        sql("b2", "a1", "INSERT INTO t VALUES (1);");
    }

    private void settings(String lines) throws IOException {
        Files.writeString(directory.resolve("rubedo.toml"), "[migrate]\n" + lines + "\n");
    }

    private void sql(String id, String down, String upgrade) throws IOException {
        file("R" + id + ".sql",
                "-- rubedo: revision " + id + "\n" + (down.isEmpty() ? "" : "-- rubedo: down " + down + "\n")
                        + "-- upgrade\n" + upgrade + "\n-- downgrade\n");
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(directory.resolve("migrations/versions").resolve(name), text);
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString()));
        all.addAll(List.of(arguments));
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), MigrationEnvironment.DEFAULT, null,
                new PrintWriter(new StringWriter(), true), new PrintWriter(err, true));
        errors = err.toString().replace(directory.toString(), "");
        return code;
    }

    private void requireFailure(int code, String message, String page) {
        assertThat(run("upgrade")).as(errors).isEqualTo(code);
        assertThat(errors).contains(message).endsWith(", explained in docs/errors/" + page + ".md)\n")
                .startsWith("Error: ");
    }

    @Test
    void aCycleIsToldWithItsRevisions() throws IOException {
        sql("a1", "b2", "");

        requireFailure(ExitCode.FAILED,
                "Revisions form a cycle: \"b2\" comes before \"a1\", which comes before \"b2\".",
                "revision-cycle");
        sql("a1", "a1", "");
        requireFailure(ExitCode.FAILED, "Revision \"a1\" names itself as its downRevision.", "revision-cycle");
    }

    @Test
    void aMissingParentIsNamed() throws IOException {
        sql("b2", "zz", "");

        assertThat(run("upgrade")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).contains("\"zz\"").contains("\"b2\"").contains("Rb2.sql");
    }

    @Test
    void twoRevisionsWithOneIdAreToldWithTheirFiles() throws IOException {
        file("other.sql", "-- rubedo: revision b2\n-- upgrade\n");

        assertThat(run("upgrade")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).contains("\"b2\"").contains("Rb2.sql").contains("other.sql");
    }

    @Test
    void theMessageOfTheCompilerHasFileAndLine() throws IOException {
        file("Rc3.java", """
                import dev.rubedo.migrate.operation.*;

                @Revision(id = "c3", downRevision = "b2")
                public final class Rc3 implements Migration {
                    public void upgrade(Operations op) {
                        op.dropTabel("t");
                    }
                }
                """);

        requireFailure(ExitCode.FAILED, "/migrations/versions/Rc3.java:6: cannot find symbol", "revision-source");
        assertThat(run("current")).isEqualTo(ExitCode.DONE);
        try (var engine = Engine.create("sqlite:///" + directory.resolve("shop.db"))) {
            assertThat(engine.inspect().hasTable("t")).as("revisions before it are not applied").isFalse();
        }
    }

    @Test
    void aRevisionThatThrowsIsNamedAndItsChangesAreRolledBack() throws IOException {
        sql("b2", "a1", "INSERT INTO t VALUES (1);\nINSERT INTO no_table VALUES (1);");

        requireFailure(ExitCode.FAILED, "Revision \"b2\" failed to upgrade at statement 2: ", "migration-failed");
        assertThat(errors).contains("no such table: no_table").contains("Its changes are rolled back.");
    }

    @Test
    void anErrorOfARevisionIsToldWithItsClassAndLine() throws IOException {
        file("Rc3.java", """
                import dev.rubedo.migrate.operation.*;

                @Revision(id = "c3", downRevision = "b2")
                public final class Rc3 implements Migration {
                    public void upgrade(Operations op) {
                        op.execute("INSERT INTO t VALUES (2)");
                        throw new IllegalStateException("no luck");
                    }
                }
                """);

        requireFailure(ExitCode.FAILED, "Revision \"c3\" failed to upgrade at statement 1: "
                + "java.lang.IllegalStateException: no luck, at Rc3.java:7. Its changes are rolled back.",
                "migration-failed");
    }

    @Test
    void aFileThatIsNoRevisionIsNotPassedOver() throws IOException {
        file("V2__flyway.sql", "CREATE TABLE u (x INTEGER);");

        requireFailure(ExitCode.FAILED,
                "V2__flyway.sql: it has no header. Start it with the line \"-- rubedo: revision "
                        + "ID\", or move it out of the revisions directory.",
                "revision-source");
        Files.delete(directory.resolve("migrations/versions/V2__flyway.sql"));
        file("Rc3.java", "public final class Rc3 implements Migration {\n}\n");
        requireFailure(ExitCode.FAILED,
                "Rc3.java: it implements Migration, but is not a revision: start a line before the "
                        + "class with @Revision(id = \"...\"), or make the class abstract.",
                "revision-source");
        file("Rc3.java", "/* class X implements Migration */ abstract class Base implements Migration {\n}\n");
        assertThat(run("history")).as(errors).isEqualTo(ExitCode.DONE);
    }

    @Test
    void severalHeadsAreRefused() throws IOException {
        sql("c3", "a1", "");

        requireFailure(ExitCode.SEVERAL_HEADS, "\"head\" could be any of the head revisions", "multiple-heads");
    }

    @Test
    void aDatabaseAheadOfTheCodeIsRefused() throws IOException {
        assertThat(run("upgrade")).isEqualTo(ExitCode.DONE);
        Files.delete(directory.resolve("migrations/versions/Rb2.sql"));

        requireFailure(ExitCode.FAILED,
                "The database is at revision \"b2\", which does not exist here: a newer "
                        + "release has upgraded the database, or the file is missing. Use that release, or set the "
                        + "revision of the database with stamp --purge.",
                "revision-not-found");
        assertThat(run("current")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).startsWith("Error: The database is at revision \"b2\", which ");
        assertThat(run("stamp", "--purge", "a1")).isEqualTo(ExitCode.DONE);
        assertThat(run("upgrade", "zz")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).startsWith("Error: There is no revision and no branch \"zz\".");
    }

    @Test
    void aDatabaseThatCannotBeWrittenIsTold() throws IOException {
        try (var engine = Engine.create("sqlite:///" + directory.resolve("ro.db"))) {
            engine.inTransaction(connection -> connection.execute(new TextDdl("CREATE TABLE x (a INTEGER)")));
        }
        settings("url = \"jdbc:sqlite:file:" + directory.resolve("ro.db") + "?mode=ro\"");

        requireFailure(ExitCode.FAILED, "The version table \"rubedo_version\" cannot be created: ", "migration");
        assertThat(errors).contains("readonly").contains("Use a database that can be written");
    }

    @Test
    void missingRightsAreTold() throws IOException {
        var url = "jdbc:h2:mem:rights;DB_CLOSE_DELAY=-1";
        try (var engine = Engine.create(url, "sa", "")) {
            engine.inTransaction(connection -> {
                connection.execute(new TextDdl("CREATE TABLE rubedo_lock (id INTEGER PRIMARY KEY)"));
                connection.execute(new TextDdl("INSERT INTO rubedo_lock VALUES (1)"));
                connection.execute(new TextDdl("CREATE USER poor PASSWORD 'x'"));
                connection.execute(new TextDdl("GRANT SELECT, UPDATE ON rubedo_lock TO poor"));
            });
            settings("url = \"jdbc:h2:mem:rights;USER=poor;PASSWORD=x\"");

            requireFailure(ExitCode.FAILED, "The version table \"rubedo_version\" cannot be created: ", "migration");
            assertThat(errors).contains("Not enough rights").contains("with the right to create tables");
        }
    }

    @Test
    void aLockOfAnotherRunIsTold() throws IOException {
        settings("url = \"sqlite:///" + directory.resolve("shop.db") + "\"\nlock-timeout = 0");
        try (var channel = FileChannel.open(directory.resolve("shop.db-rubedo-lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            requireFailure(ExitCode.LOCKED, "Another run of migrations holds the lock", "migration-lock");
        }
    }

    @Test
    void wrongSettingsAreToldWithLineAndKey() throws IOException {
        settings("url = \"sqlite:///x.db\"\nlock_timeout = 5");
        requireFailure(ExitCode.FAILED, "rubedo.toml, line 3: there is no setting \"migrate.lock_timeout\".",
                "configuration");
        settings("url = \"sqlite:///x.db\"\nlock-timeout = \"soon\"");
        requireFailure(ExitCode.FAILED,
                "rubedo.toml, line 3: the setting \"lock-timeout\" must be a non-negative integer.",
                "configuration");
        settings("url = \"sqlite:///x.db");
        assertThat(run("upgrade")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).contains("rubedo.toml").contains("line 2");
        settings("url = \"${NO_SUCH_VARIABLE_HERE}\"");
        requireFailure(ExitCode.FAILED, "rubedo.toml, line 2: the setting \"url\" uses the environment variable "
                + "\"NO_SUCH_VARIABLE_HERE\", which is not set.", "configuration");
        assertThat(run("upgrade", "--profile", "test")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).contains("has no profile \"test\"");
        settings("");
        requireFailure(ExitCode.FAILED, "No database is configured. Set url in rubedo.toml, or specify it with --url.",
                "configuration");
    }

    @Test
    void noErrorShowsAPassword() {
        for (var url : List.of("postgresql://me:top-secret@no.such.host.invalid/db", "jdbc:postgresql://no.such.host"
                + ".invalid/db?user=me&password=top-secret", "nonsense://me:top-secret@host/db",
                "postgresql://me:top-secret"
                        + "@host:notaport/db",
                "jdbc:h2:mem:x;USER=me;PASSWORD=top-secret;NOPE=1")) {
            for (var command : List.of("current", "upgrade", "doctor", "drift")) {
                assertThat(run(command, "--url", url)).as(url).isEqualTo(ExitCode.FAILED);
                assertThat(errors).as(command).isNotEmpty().doesNotContain("top-secret");
            }
        }
    }

    @Test
    void aFileOfSettingsThatWasNamedMustExistAndIsNamedInItsErrors() throws IOException {
        var other = directory.resolve("other.toml");

        assertThat(only(other, "current")).isEqualTo(ExitCode.FAILED);
        assertThat(errors)
                .startsWith("Error: There is no file \"/other.toml\". Create it with the command init, or specify "
                        + "another with --config.");
        Files.writeString(other, "[migrate]\nurl = \"${NO_SUCH_VARIABLE}\"\n");
        assertThat(only(other, "current")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).startsWith("Error: other.toml, line 2: the setting \"url\" uses the environment variable "
                + "\"NO_SUCH_VARIABLE\", which is not set.");
    }

    private int only(Path settings, String command) {
        var err = new StringWriter();
        int code = RubedoMigrations.run(new String[]{"--config", settings.toString(), command},
                MigrationEnvironment.DEFAULT, null, new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true));
        errors = err.toString().replace(directory.toString(), "");
        return code;
    }
}
