package dev.rubedo.migrate.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.error.MigrationFailedException;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What is told and forgotten of runs that ended half way, on databases that commit each definition. */
class UnfinishedTest {
    private static final String NOTHING = "SELECT revision AS answer FROM rubedo_progress";

    @TempDir Path directory;

    private static String sql(String id, String after, String up, String down) {
        return "-- rubedo: revision " + id + "\n" + (after.isEmpty() ? "" : "-- rubedo: down " + after + "\n")
                + "-- upgrade\n" + up + "\n-- downgrade\n" + down + "\n";
    }

    private Project project(TestDatabase database) {
        var project = new Project(directory).use(database.url());
        var versions = directory.resolve("migrations/versions");
        project.write(versions.resolve("Ra1.sql"), sql("a1", "", "CREATE TABLE t (x INTEGER);", "DROP TABLE t;"));
        project.write(versions.resolve("Rb2.sql"), sql("b2", "a1", "CREATE TABLE u (x INTEGER);\n"
                + "CREATE TABLE v (x INTEGER);\nINSERT INTO late VALUES (1);",
                "DROP TABLE v;\nDELETE FROM late;\n"
                        + "DROP TABLE u;"));
        return project;
    }

    private static void execute(Project project, String sql) {
        try (Engine engine = project.engine()) {
            engine.inTransaction(connection -> connection.execute(new dev.rubedo.schema.TextDdl(sql)));
        }
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void aStampToWhereTheDatabaseIsForgetsTheUpgradeThatWasUndoneByHand(TestDatabase database) {
        var project = project(database);
        assertThatThrownBy(() -> project.run(new UpgradeCommand("head"))).isInstanceOf(MigrationFailedException.class);
        assertThat(project.run(new CurrentCommand(false, false))).isEqualTo("a1\nWarning: the upgrade of revision "
                + "\"b2\" stopped after 2 statements. Run the interrupted command again: it resumes there. "
                + "If you have finished or undone it manually, use stamp to record where the database is.\n");
        execute(project, "DROP TABLE u");
        execute(project, "DROP TABLE v");
        execute(project, "CREATE TABLE late (x INTEGER)");

        assertThat(project.run(new StampCommand(List.of("a1"), false, false))).isEqualTo("Nothing to do.\n");

        assertThat(project.answers(NOTHING)).isEmpty();
        assertThat(project.run(new UpgradeCommand("head"))).isEqualTo("Upgraded a1 -> b2\n");
        assertThat(project.answers("SELECT count(*) AS answer FROM u")).containsExactly("0");
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void aStampBackForgetsWhatWasBegunAfterIt(TestDatabase database) {
        var project = project(database);
        assertThatThrownBy(() -> project.run(new UpgradeCommand("head"))).isInstanceOf(MigrationFailedException.class);

        assertThat(project.run(new StampCommand(List.of("base"), false, false))).isEqualTo("Stamped a1 -> <base>\n");

        assertThat(project.answers(NOTHING)).isEmpty();
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void anInterruptedDowngradeIsToldWhenNothingIsToBeUpgraded(TestDatabase database) {
        var project = project(database);
        execute(project, "CREATE TABLE late (x INTEGER)");
        project.run(new UpgradeCommand("head"));
        execute(project, "DROP TABLE late");
        assertThatThrownBy(() -> project.run(new DowngradeCommand("-1"))).isInstanceOf(MigrationFailedException.class);

        assertThat(project.run(new UpgradeCommand("head")))
                .startsWith("Nothing to do.\nWarning: the downgrade of revision \"b2\" stopped after 1 statement.");

        execute(project, "CREATE TABLE late (x INTEGER)");
        assertThat(project.run(new DowngradeCommand("-1"))).isEqualTo("Downgraded b2 -> a1\n");
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void anUpgradeThatAScriptEndedIsNotResumedAfterItsDowngrade(TestDatabase database) {
        var project = project(database);
        assertThatThrownBy(() -> project.run(new UpgradeCommand("head"))).isInstanceOf(MigrationFailedException.class);
        execute(project, "CREATE TABLE late (x INTEGER)");
        // what stamp --sql writes
        execute(project, "UPDATE rubedo_version SET version_num = 'b2'");

        project.run(new DowngradeCommand("-1"));

        assertThat(project.answers(NOTHING)).isEmpty();
        assertThat(project.run(new UpgradeCommand("head"))).isEqualTo("Upgraded a1 -> b2\n");
        assertThat(project.answers("SELECT count(*) AS answer FROM v")).containsExactly("0");
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void aStampOfABranchToItsBaseForgetsNothingOfOtherBranches(TestDatabase database) {
        var project = project(database);
        project.write(directory.resolve("migrations/versions/Rc3.sql"),
                "-- rubedo: labels other\n" + sql("c3", "", "CREATE TABLE w (x INTEGER);", "DROP TABLE w;"));
        assertThatThrownBy(() -> project.run(new UpgradeCommand("b2"))).isInstanceOf(MigrationFailedException.class);

        assertThat(project.run(new StampCommand(List.of("other@base"), false, false))).isEqualTo("Nothing to do.\n");

        assertThat(project.answers(NOTHING)).containsExactly("b2");
    }
}
