package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that compiles revisions into an application. */
class CompileTest {
    @TempDir private Path directory;

    private Project project() {
        var project = new Project(directory)
                .revision("a1", "base", "op.createTable(\"users\", column(\"id\", INTEGER).primaryKey());",
                        "op.dropTable(\"users\");");
        project.write(directory.resolve("migrations/versions/b2_names.sql"), """
                -- rubedo: revision b2
                -- rubedo: down a1
                -- rubedo: message names,	"quoted" \\ here
                -- rubedo: labels shop, main
                -- upgrade
                ALTER TABLE users ADD COLUMN name VARCHAR(20);
                -- downgrade
                ALTER TABLE users DROP COLUMN name;
                """);
        return project;
    }

    private String runCompiled(Path classes, MigrationCommand command) throws IOException {
        return runCompiled("app.db", command, classes);
    }

    private String runCompiled(String database, MigrationCommand command, Path... classes) throws IOException {
        var out = new StringWriter();
        var urls = new java.net.URL[classes.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classes[i].toUri().toURL();
        }
        try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            command.run(CommandContext
                    .of(MigrationConfig.defaults(directory).with("url", "sqlite:///" + directory.resolve(database)),
                            new PrintWriter(out))
                    .withCompiledRevisions(loader));
        }
        return out.toString().replace("\r\n", "\n");
    }

    @Test
    void anApplicationRunsCompiledRevisionsWithoutTheirSources() throws IOException {
        var classes = directory.resolve("target/classes");

        assertThat(project().run(new CompileCommand(classes))).endsWith("Compiled 2 revisions to /target/classes\n");

        assertThat(Files.readString(classes.resolve("META-INF/rubedo/revisions"))).matches("""
                rubedo revisions 1
                revisions.Ra1_step_a1\ta1\t\t\t\t\tfalse\t[-0-9T:]+\tstep a1
                META-INF/rubedo/b2.sql\tb2\ta1\t\tshop,main\t\tfalse\t\tnames,\\\\t"quoted" \\\\\\\\ here
                """);
        Files.move(directory.resolve("migrations"), directory.resolve("gone"));
        assertThat(runCompiled(classes, new HistoryCommand("", false, false))).isEqualTo("""
                a1 -> b2 (main, shop) (head), names,\t"quoted" \\ here
                <base> -> a1 (main, shop), step a1
                """);
        assertThat(runCompiled(classes, new UpgradeCommand("head"))).isEqualTo("""
                Upgraded <base> -> a1, step a1
                Upgraded a1 -> b2, names,\t"quoted" \\ here
                """);
        assertThat(runCompiled(classes, new CurrentCommand(false, true))).isEqualTo("b2 (main, shop) (head)\n");
        runCompiled(classes, new DowngradeCommand("base"));
        assertThat(runCompiled(classes, new CurrentCommand(false, false))).isEmpty();
    }

    @Test
    void compilingAgainReplacesWhatWasThere() throws IOException {
        var classes = directory.resolve("target/classes");
        var project = project();
        project.run(new CompileCommand(classes));
        Files.delete(directory.resolve("migrations/versions/b2_names.sql"));

        project.run(new CompileCommand(classes));

        assertThat(runCompiled(classes, new HeadsCommand(false, false))).isEqualTo("a1 (head)\n");
    }

    @Test
    void theClassesRunOnTheOldestJavaUnlessANewerOneIsNamed() throws IOException {
        var classes = directory.resolve("target/classes");
        var project = project();
        for (int release : new int[]{21, Runtime.version().feature()}) {
            project.run(release == 21 ? new CompileCommand(classes) : new CompileCommand(classes, release));

            var bytes = Files.readAllBytes(classes.resolve("revisions/Ra1_step_a1.class"));
            assertThat(bytes[6] * 256 + bytes[7]).isEqualTo(44 + release);
        }
        assertThatThrownBy(() -> project.run(new CompileCommand(classes, 99))).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith(
                        "Java " + Runtime.version().feature() + " cannot compile revisions for Java 99: ")
                .hasMessageEndingWith(". Specify another version with --release.");
        assertThatThrownBy(() -> new CompileCommand(classes, 17)).isInstanceOf(MigrationException.class)
                .hasMessage("Revisions cannot be compiled for Java 17. Specify version 21 or newer with --release.");
    }

    @Test
    void theSameIndexMayBeOnTheClassPathTwice() throws IOException {
        var classes = directory.resolve("target/classes");
        var copy = directory.resolve("target/copy");
        var project = project();
        project.run(new CompileCommand(classes));
        project.run(new CompileCommand(copy));

        assertThat(runCompiled("app.db", new UpgradeCommand("head"), classes, copy)).contains("Upgraded a1 -> b2");

        var index = copy.resolve("META-INF/rubedo/revisions");
        Files.writeString(index, Files.readString(index).replace("shop,main", "shop"));
        assertThatThrownBy(() -> runCompiled("app.db", new HeadsCommand(false, false), classes, copy))
                .isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining("META-INF/rubedo/b2.sql")
                .hasMessageEndingWith("Remove the older copy of the revisions.");
    }

    @Test
    void aClassThatWasChangedAfterTheIndexIsRefused() throws IOException {
        var classes = directory.resolve("target/classes");
        project().revision("c3", "b2", "", "").run(new CompileCommand(classes));
        var index = classes.resolve("META-INF/rubedo/revisions");
        Files.writeString(index, Files.readString(index).replace("\tc3\tb2\t", "\tc3\ta1\t"));

        runCompiled(classes, new UpgradeCommand("b2"));
        assertThatThrownBy(() -> runCompiled(classes, new UpgradeCommand("heads")))
                .isInstanceOf(RevisionSourceException.class).hasMessageContaining("revisions.Rc3_step_c3")
                .hasMessageEndingWith(
                        "its annotation differs from the index META-INF/rubedo/revisions, which is older. "
                                + "Run the command compile in each build, after the sources are compiled.");
        assertThat(runCompiled(classes, new CurrentCommand(false, false))).startsWith("b2");
    }

    @Test
    void replacedRevisionsAreCompiledForDatabasesInTheMiddle() throws IOException {
        var classes = directory.resolve("target/classes");
        var project = project().revision("c3", "b2", "op.execute(\"INSERT INTO users VALUES (3, 'c')\");", "");
        project.run(new CompileCommand(classes));
        runCompiled("at a1.db", new UpgradeCommand("a1"), classes);
        runCompiled("at b2.db", new UpgradeCommand("b2"), classes);
        project.run(new SquashCommand("a1:c3", "all", "e5"));

        assertThat(project.run(new CompileCommand(classes))).endsWith("Compiled 1 revision to /target/classes\n");

        assertThat(runCompiled("new.db", new UpgradeCommand("head"), classes)).isEqualTo(
                "Upgraded <base> -> e5, all\n");
        assertThat(runCompiled("at a1.db", new UpgradeCommand("head"), classes)).contains("Upgraded a1 -> b2",
                "Upgraded b2 -> c3");
        assertThat(runCompiled("at b2.db", new UpgradeCommand("head"), classes)).contains("Upgraded b2 -> c3");
        for (var database : new String[]{"new.db", "at a1.db", "at b2.db"}) {
            assertThat(runCompiled(database, new CurrentCommand(false, true), classes)).isEqualTo(
                    "e5 (main, shop) (head)\n");
            assertThat(project.use("sqlite:///" + directory.resolve(database)).answers(
                    "SELECT name AS answer FROM users")).containsExactly("c");
        }
    }

    @Test
    void twoRevisionsCannotDeclareTheSameClass() {
        var project = project().revision("c3", "b2", "", "");
        for (var id : new String[]{"a1", "c3"}) {
            project.write(project.file(id), Project.read(project.file(id)) + "\nfinal class Names {}\n");
            if (id.equals("a1")) {
                project.run(new CompileCommand(directory.resolve("classes")));
            }
        }

        assertThatThrownBy(() -> project.run(new CompileCommand(directory.resolve("classes"))))
                .isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining("its class \"revisions.Names\" is also in ")
                .hasMessageEndingWith("Nest it in the class of the revision, or rename it.");
    }

    @Test
    void anIndexThatIsNotUnderstoodIsAnError() throws IOException {
        var index = directory.resolve("META-INF/rubedo/revisions");
        Files.createDirectories(index.getParent());
        for (var text : new String[]{"rubedo revisions 2\n", "rubedo revisions 1\nRa1\ta1\n"}) {
            Files.writeString(index, text);
            try (var loader = new URLClassLoader(new java.net.URL[]{directory.toUri().toURL()}, null)) {
                assertThatThrownBy(() -> ScriptDirectory.onClassPath(loader, MigrationConfig.defaults(directory)))
                        .isInstanceOf(RevisionSourceException.class).hasMessageContaining("META-INF/rubedo/revisions:")
                        .hasMessageContaining("Recreate the index with the command compile of this version.");
            }
        }
    }
}
