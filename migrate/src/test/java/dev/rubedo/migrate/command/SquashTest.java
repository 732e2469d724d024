package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replacing a line of revisions, and databases at each of them. */
class SquashTest {
    private static final String VERSIONS = "SELECT version_num AS answer FROM rubedo_version";
    private static final String NAMES = "SELECT name AS answer FROM t ORDER BY name";

    @TempDir Path directory;
    private Project project;

    @BeforeEach
    void fourRevisions() {
        project = new Project(directory);
        project.revision("a1", "base",
                "// a brace in a comment: }\nString sql = \"INSERT INTO t VALUES (1, '}')\";\n"
                        + "op.createTable(\"t\", column(\"id\", INTEGER), column(\"name\", string(9)));\nop.execute(sql);",
                "op.dropTable(\"t\");");
        project.write(directory.resolve("migrations/versions/b2.sql"), """
                -- rubedo: revision b2
                -- rubedo: down a1
                -- rubedo: message by hand

                -- upgrade
                INSERT INTO t VALUES (2, 'b "2"');

                -- downgrade
                DELETE FROM t WHERE id = 2;
                """);
        project.revision("c3", "b2", "op.execute(\"INSERT INTO t VALUES (3, 'c')\");",
                "op.execute(\"DELETE FROM t WHERE id = 3\");");
        project.revision("d4", "c3", "op.execute(\"INSERT INTO t VALUES (4, 'd')\");",
                "op.execute(\"DELETE FROM t WHERE id = 4\");");
    }

    private String squash() {
        return project.run(new SquashCommand("a1:c3", "all before", "e5"));
    }

    @Test
    void theNewRevisionDoesWhatTheOthersDid() {
        assertThat(squash()).isEqualTo("""
                Created /migrations/versions/Re5_all_before.java
                Moved a1 to /migrations/replaced
                Moved b2 to /migrations/replaced
                Moved c3 to /migrations/replaced
                Keep these files until every database has passed "c3".
                """.replace("to /migrations", "to /migrations"));
        assertThat(Project.read(project.file("d4"))).contains("downRevision = \"e5\"");
        assertThat(project.heads()).isEqualTo("d4\n");
        assertThat(Project.read(project.file("e5"))).contains("replaces = {\"a1\", \"b2\", \"c3\"}")
                .contains("/** Revision b2: by hand. */");

        assertThat(project.run(new UpgradeCommand("head"))).isEqualTo("""
                Upgraded <base> -> e5, all before
                Upgraded e5 -> d4, step d4
                """);
        assertThat(project.answers(NAMES)).containsExactly("b \"2\"", "c", "d", "}");
        project.run(new DowngradeCommand("base"));
        assertThat(project.answers("SELECT name AS answer FROM sqlite_master WHERE name = 't'")).isEmpty();
        assertThat(project.run(new HistoryCommand("", false, false))).isEqualTo("""
                e5 -> d4 (head), step d4
                <base> -> e5, all before
                """);
    }

    @Test
    void databasesAtEachReplacedRevisionGoOn() throws IOException {
        var files = List.of("a1", "b2", "c3", "d4");
        for (var id : files) {
            project.use("sqlite:///" + directory.resolve(id + ".db")).run(new UpgradeCommand(id));
        }
        squash();
        for (var id : files) {
            project.use("sqlite:///" + directory.resolve(id + ".db"));
            assertThat(project.run(new CurrentCommand(false, false))).startsWith(id);

            project.run(new UpgradeCommand("head"));

            assertThat(project.answers(NAMES)).as(id).containsExactly("b \"2\"", "c", "d", "}");
            assertThat(project.answers(VERSIONS)).containsExactly("d4");
            assertThat(project.run(new UpgradeCommand("head"))).isEqualTo("Nothing to do.\n");
        }
    }

    @Test
    void aDatabaseAtTheLastReplacedRevisionCountsAsUpToDateAndNeedsNoFiles() throws IOException {
        project.use("sqlite:///" + directory.resolve("other.db")).run(new UpgradeCommand("a1"));
        project.run(new SquashCommand("a1:d4", "", "e5"));
        try (var files = Files.list(directory.resolve("migrations/replaced"))) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }

        assertThatThrownBy(() -> project.run(new UpgradeCommand("head")))
                .isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining(
                        "it replaces revision \"b2\", which the database has not applied yet and whose file "
                                + "is missing. Restore it in");
        project.use("sqlite:///" + directory.resolve("third.db")).run(new UpgradeCommand("head"));
        assertThat(project.answers(NAMES)).hasSize(4);
        try (var engine = project.engine(); var connection = engine.connect()) {
            connection.execute(new dev.rubedo.schema.TextDdl("UPDATE rubedo_version SET version_num = 'd4'"));
            connection.commit();
        }
        project.run(new CurrentCommand(false, true));
        project.run(new UpgradeCommand("head"));
        assertThat(project.answers(NAMES)).hasSize(4);
        assertThat(project.answers(VERSIONS)).containsExactly("e5");
    }

    @Test
    void aSquashedRevisionIsSquashedAgain() {
        project.run(new UpgradeCommand("b2"));
        squash();
        project.run(new SquashCommand("e5:d4", "again", "f6"));

        project.run(new UpgradeCommand("head"));

        assertThat(project.answers(NAMES)).containsExactly("b \"2\"", "c", "d", "}");
        assertThat(project.answers(VERSIONS)).containsExactly("f6");
    }

    @Test
    void aRevisionThatIsSquashedTwiceNamesAllThatItReplaces() {
        squash();
        project.run(new SquashCommand("e5:d4", "again", "f6"));

        assertThat(Project.read(project.file("f6")))
                .contains("replaces = {\"a1\", \"b2\", \"c3\", \"e5\", \"d4\"}");
    }

    @Test
    void aClassThatIsNamedLikeATableLeavesTheTableAlone() {
        var file = project.file("d4");
        project.write(file, Project.read(file)
                .replaceAll("class \\w+ implements Migration \\{", """
                        class renamed implements Migration {
                            private static final String NAME = renamed.class.getSimpleName(); // renamed
                        """)
                .replace("op.execute(\"INSERT INTO t VALUES (4, 'd')\");",
                        "op.execute(\"CREATE TABLE renamed (id INT)\"); op.execute(\"INSERT INTO t VALUES (4, '\" + NAME + \"')\");"));
        project.write(file.resolveSibling("renamed.java"), Project.read(file));
        file.toFile().delete();

        project.run(new SquashCommand("a1:d4", "", "e5"));
        project.run(new UpgradeCommand("head"));

        assertThat(project.answers("SELECT name AS answer FROM sqlite_master WHERE name = 'renamed'")).hasSize(1);
        assertThat(project.answers(NAMES)).contains("Part_d4");
        assertThat(Project.read(project.file("e5"))).contains("// renamed");
    }

    @Test
    void theAllowancesOfARevisionInSqlAreKept() {
        var file = project.file("b2");
        project.write(file, Project.read(file).replace("\n-- upgrade",
                "-- rubedo: allow raw-sql it is \"small\"\n\n-- upgrade"));

        squash();

        assertThat(Project.read(project.file("e5"))).contains("op.allow(\"raw-sql\", \"it is \\\"small\\\"\");");
    }

    @Test
    void aFileInTheWayIsNamedBeforeAnythingIsChanged() throws IOException {
        var name = project.file("c3").getFileName();
        Files.createDirectories(directory.resolve("migrations/replaced"));
        Files.writeString(directory.resolve("migrations/replaced").resolve(name), "");

        assertThatThrownBy(this::squash)
                .hasMessageContaining("a file with this name already exists. Rename one of them.");

        try (var files = Files.list(directory.resolve("migrations/versions"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(4);
        }
    }

    @Test
    void theCurrentRevisionIsShownAndEditedThoughItWasReplaced() {
        project.run(new UpgradeCommand("b2"));
        squash();

        assertThat(project.run(new ShowCommand("current"))).contains("b2").contains("by hand");
        project.run(new EditCommand("current", "true"));
    }

    @Test
    void onlyALineCanBeReplaced() {
        project.revision("b9", "a1", "", "");

        assertThatThrownBy(() -> project.run(new SquashCommand("a1:c3", "", ""))).isInstanceOf(RevisionException.class)
                .hasMessage("The revisions from \"a1\" to \"c3\" are not a single line: it branches at \"a1\". "
                        + "Specify a part without branches.");
        assertThatThrownBy(() -> project.run(new SquashCommand("d4:b2", "", ""))).isInstanceOf(RevisionException.class)
                .hasMessageContaining("it ends at \"d4\"");
        assertThatThrownBy(() -> new SquashCommand("a1:", "", "")).isInstanceOf(RevisionException.class);
        assertThatThrownBy(() -> project.run(new UpgradeCommand("head"))).isInstanceOf(MultipleHeadsException.class);
    }

    @Test
    void aRevisionThatDoesNotFitIsNamedAndNothingIsMoved() {
        var file = project.file("c3");
        project.write(file, Project.read(file) + "final class Other {}\n");

        assertThatThrownBy(this::squash).isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining("Rc3_step_c3.java: it cannot be nested in another class");
        assertThat(directory.resolve("migrations/replaced")).doesNotExist();
        assertThat(project.run(new UpgradeCommand("head"))).contains("-> d4");
    }

    @Test
    void aRevisionFollowsAnotherOneAfterRebase() {
        project.revision("b9", "a1", "op.execute(\"INSERT INTO t VALUES (9, 'z')\");", "");
        project.revision("b10", "b9", "", "");

        assertThat(project.run(new RebaseCommand("b9", "d4", false))).isEqualTo(
                "Changed /migrations/versions/Rb9_step_b9.java: \"b9\" follows \"d4\" instead of \"a1\"\n");

        assertThat(project.heads()).isEqualTo("b10\n");
        assertThat(project.run(new HistoryCommand("", false, false))).startsWith("""
                b9 -> b10 (head), step b10
                d4 -> b9, step b9
                """);
        project.run(new UpgradeCommand("head"));
        assertThatThrownBy(() -> project.run(new RebaseCommand("b9", "c3", false)))
                .hasMessageStartingWith("The database has applied revision \"b9\"");
        assertThatThrownBy(() -> project.run(new RebaseCommand("b9", "b10", true)))
                .hasMessageStartingWith("Revision \"b10\" comes after \"b9\", or is the same.");
        project.run(new RebaseCommand("b2", "a1", true));
        assertThat(Project.read(project.file("b2"))).contains("-- rubedo: down a1\n");
    }
}
