package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationStart;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.operation.BatchOperations;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the guide to migrations. */
class GuideTest {
    @TempDir Path directory;

    @DatabaseTest
    void aRevisionIsAppliedAndUndone(Engine engine) {
        try (var connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            var revision = new R4be1c09a7d_create_users();

            revision.upgrade(op);
            assertThat(connection.inspect().hasTable("users")).isTrue();
            op.alterColumn("users", "id", c -> c.rename("number"));
            op.addColumn("users", column("fax", string(20)));
            op.alterColumn("users", "number", c -> c.rename("id"));
            batch(op);
            assertThat(connection.inspect().columns("users")).extracting(each -> each.name()).containsExactly("id",
                    "name");
            revision.downgrade(op);
            assertThat(connection.inspect().hasTable("users")).isFalse();
        }
    }

    private static void batch(Operations op) {
        if (op.dialect().name().equals("sqlite")) {
            try (BatchOperations batch = op.batchAlterTable("users")) {
                batch.alterColumn("name", c -> c.notNull());
                batch.dropColumn("fax");
            }
        } else {
            op.alterColumn("users", "name", c -> c.type(string(200)).existingType(string(50)).notNull());
            op.dropColumn("users", "fax");
        }
    }

    @DatabaseTest
    void thePartsRunWithoutCommands(Engine engine) throws IOException {
        Files.createDirectories(directory.resolve("migrations/versions"));
        Files.copy(Path.of("src/test/java/dev/rubedo/migrate/guide/R4be1c09a7d_create_users.java"),
                directory.resolve("migrations/versions/R4be1c09a7d_create_users.java"));
        run(engine, directory.resolve("rubedo.toml"));

        assertThat(engine.inspect().hasTable("users")).isTrue();
    }

    private static void run(Engine engine, Path settings) {
        if (settings.isAbsolute()) {
            try (var connection = engine.connect()) {
                var directory = ScriptDirectory.read(MigrationConfig.read(settings, ""));
                MigrationContext.of(connection, MigrationOptions.DEFAULT)
                        .run(heads -> directory.map().upgrade("head", heads), directory.source());
            }
        } else {
            try (var connection = engine.connect()) {
                var directory = ScriptDirectory.read(MigrationConfig.read(Path.of("rubedo.toml"), ""));
                MigrationContext.of(connection, MigrationOptions.DEFAULT)
                        .run(heads -> directory.map().upgrade("head", heads), directory.source());
            }
        }
    }

    @DatabaseTest
    void compiledRevisionsAreFoundOnTheClassPath(Engine engine) throws IOException {
        var service = directory.resolve("META-INF/services/" + Migration.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, R4be1c09a7d_create_users.class.getName());
        try (var loader = new URLClassLoader(new URL[]{directory.toUri().toURL()}, getClass().getClassLoader());
                var connection = engine.connect()) {
            var revisions = ScriptDirectory.onClassPath(loader, MigrationConfig.defaults(directory));

            MigrationContext.of(connection, MigrationOptions.DEFAULT)
                    .run(heads -> revisions.map().upgrade("head", heads), revisions.source());
        }

        assertThat(engine.inspect().hasTable("users")).isTrue();
    }

    @DatabaseTest
    void anApplicationValidatesOrUpgradesWhenItStarts(Engine engine) throws IOException {
        var service = directory.resolve("META-INF/services/" + Migration.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, R4be1c09a7d_create_users.class.getName());
        try (var loader = new URLClassLoader(new URL[]{directory.toUri().toURL()}, getClass().getClassLoader())) {
            var revisions = ScriptDirectory.onClassPath(loader, MigrationConfig.defaults(directory));

            MigrationStart.NONE.run(engine, revisions, MigrationOptions.DEFAULT);
            assertThatThrownBy(() -> MigrationStart.VALIDATE.run(engine, revisions, MigrationOptions.DEFAULT))
                    .isInstanceOf(OutOfDateException.class)
                    .hasMessage("The application requires the database to be at [4be1c09a7d], but it is at base. "
                            + "Upgrade it "
                            + "before the application starts, or start with MigrationStart.UPGRADE.");
            assertThat(engine.inspect().tableNames()).isEmpty();
            MigrationStart.UPGRADE.run(engine, revisions, MigrationOptions.DEFAULT);
            MigrationStart.VALIDATE.run(engine, revisions, MigrationOptions.DEFAULT);
        }

        assertThat(engine.inspect().hasTable("users")).isTrue();
    }
}
