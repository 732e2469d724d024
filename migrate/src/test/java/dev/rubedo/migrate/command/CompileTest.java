package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        var out = new StringWriter();
        try (var loader = new URLClassLoader(new java.net.URL[]{classes.toUri().toURL()},
                getClass().getClassLoader())) {
            command.run(CommandContext
                    .of(MigrationConfig.defaults(directory).with("url", "sqlite:///" + directory.resolve("app.db")),
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
                .hasMessageEndingWith("Nest it in the class of the revision, or give it another name.");
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
                        .hasMessageContaining("Write the index with the command compile of this version.");
            }
        }
    }
}
