package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.migrate.error.MigrationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are executed for new revisions. */
@DisabledOnOs(OS.WINDOWS)
class RevisionHookTest {
    @TempDir private Path directory;

    private Project project(String hooks) {
        var project = new Project(directory);
        project.write(directory.resolve("rubedo.toml"), "[migrate]\nscript-dir = \"migrations\"\n" + hooks);
        return project;
    }

    private static RevisionCommand revision(String id) {
        return new RevisionCommand("step", RevisionCommand.Options.DEFAULT.withId(id));
    }

    @Test
    void hooksChangeTheFileInTheirOrderAndTheirOutputIsShown() {
        var project = project("""
                [hooks.license]
                exec = ["sh", "-c", 'echo "// licensed" >> "$1"; echo licensed; echo twice', "sh"]
                [hooks.format]
                exec = ["sh", "-c", 'pwd; sed -i.old "s/licensed/LICENSED/" "{file}"']
                directory = "migrations"
                """);

        assertThat(project.run(revision("a1"))).isEqualTo("""
                Created /migrations/versions/Ra1_step.java
                license: licensed
                license: twice
                format: /migrations
                """);
        assertThat(Project.read(project.file("a1"))).endsWith("// LICENSED\n");
    }

    @Test
    void mergedAndSquashedRevisionsHaveTheirHooksToo() {
        var project = project("[hooks.note]\nexec = [\"echo\"]\n");
        project.run(revision("a1"));
        project.run(revision("b1"));
        project.run(new RevisionCommand("side", new RevisionCommand.Options(List.of("a1"), true, List.of(), List.of(),
                "b2", false, false, null)));

        assertThat(project.run(new MergeCommand(List.of("heads"), "merge", List.of(), "c1", false)))
                .endsWith("note: /migrations/versions/Rc1_merge.java\n");
        assertThat(project.run(new SquashCommand("a1:a1", "first", "d1")))
                .endsWith("note: /migrations/versions/Rd1_first.java\n");
    }

    @Test
    void theApplicationIsNotifiedAfterTheHooks() {
        var project = project("[hooks.note]\nexec = [\"sh\", \"-c\", 'echo \"// noted\" >> \"$0\"']\n");
        var seen = new ArrayList<String>();

        project.run(revision("a1"), new MigrationEnvironment() {
            @Override
            public void afterWrite(Path file) {
                seen.add(Project.read(file));
            }
        });

        assertThat(seen).singleElement().asString().endsWith("// noted\n");
    }

    @Test
    void aHookThatFailsIsAnErrorWithItsOutput() {
        var project = project("[hooks.format]\nexec = [\"sh\", \"-c\", 'echo unclosed brace >&2; exit 3']\n");

        assertThatThrownBy(() -> project.run(revision("a1"))).isInstanceOf(MigrationException.class).hasMessage("""
                The hook "format" failed with exit code 3: unclosed brace
                The revision "%s/migrations/versions/Ra1_step.java" has been written; correct it, or the table [hooks.format] of \
                rubedo.toml.""".formatted(directory));
        assertThat(project.file("a1")).exists();
    }

    @Test
    void aProgramThatIsMissingIsNamed() {
        var project = project("[hooks.format]\nexec = [\"no-such-formatter\", \"--fix\"]\n");

        assertThatThrownBy(() -> project.run(revision("a1"))).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The hook \"format\" cannot be executed: ")
                .hasMessageContaining("no-such-formatter")
                .hasMessageEndingWith("has been written; correct the table [hooks.format] of rubedo.toml.");
    }

    @Test
    void settingsOfHooksAreChecked() {
        var project = project("[hooks.format]\nexec = [\"tool\"]\ncwd = \"x\"\n");
        assertThatThrownBy(() -> project.run(revision("a1"))).hasMessageEndingWith("rubedo.toml, line 5: there is no "
                + "setting \"hooks.format.cwd\". A hook is a table [hooks.NAME] with [directory, exec].");
        project.write(directory.resolve("rubedo.toml"), "[hooks.format]\ndirectory = \"x\"\n");
        assertThatThrownBy(() -> project.run(revision("a1")))
                .hasMessage("rubedo.toml, line 2: the hook \"format\" has no "
                        + "program. Set exec to an array with the program and its arguments.");
        project.write(directory.resolve("rubedo.toml"), "[hooks]\nexec = [\"x\"]\n");
        assertThatThrownBy(() -> project.run(revision("a1"))).hasMessageContaining("line 2: there is no setting "
                + "\"hooks.exec\". A hook is a table [hooks.NAME]");
        project.write(directory.resolve("rubedo.toml"), "[hooks.format]\nexec = \"x\"\n");
        assertThatThrownBy(() -> project.run(revision("a1"))).hasMessageContaining("line 2: the setting "
                + "\"hooks.format.exec\" must be an array of strings.");
        assertThat(directory.resolve("migrations/versions")).isEmptyDirectory();
    }

    @Test
    void anIdIsNotUsedTwice() {
        var project = project("");
        project.run(revision("a1"));

        assertThatThrownBy(() -> project.run(revision("a1")))
                .hasMessage("A revision \"a1\" already exists, in \"%s\". "
                        .formatted(project.file("a1")) + "Give the new one another id.");
    }
}
