package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.exact;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.effect.DeclaredEffect;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the guide to migrations in teams and production. */
class TeamsTest {
    @TempDir Path directory;

    @Test
    void rulesAndEffectsAreStated() {
        var recorded = RecordedOperations.upgrade(op -> {
            op.allow("RB107", "the table has 40 rows");
            op.execute("ALTER TABLE users ADD COLUMN place point");
            op.invoke(DeclaredEffect.of(what -> what.addColumn("users", column("place", exact("point", TEXT)))));
        }, new dev.rubedo.dialect.postgresql.PostgresDialect());

        assertThat(recorded).hasSize(2);
    }

    @DatabaseTest(only = "postgresql")
    void eachTenantHasTheTablesInItsSchema(Engine engine) throws IOException {
        Files.createDirectories(directory.resolve("migrations/versions"));
        Files.copy(Path.of("src/test/java/dev/rubedo/migrate/guide/R4be1c09a7d_create_users.java"),
                directory.resolve("migrations/versions/R4be1c09a7d_create_users.java"));
        var revisions = ScriptDirectory.read(MigrationConfig.read(directory.resolve("rubedo.toml"), ""));
        var tenants = List.of("acme", "globex");
        engine.inTransaction(
                connection -> tenants.forEach(each -> connection.execute(new TextDdl("CREATE SCHEMA " + each))));
        for (var tenant : tenants) {
            try (var connection = engine.connect()) {
                connection.execute(new TextDdl("SET search_path TO " + engine.dialect().quoter().quote(tenant)));
                connection.commit();
                var plan = revisions.plan((map, heads) -> map.upgrade("heads", heads));
                MigrationContext.of(connection, MigrationOptions.DEFAULT).run(plan, plan);
                connection.retire();
            }
        }

        var first = engine.inspect().tableNames("acme");
        var second = engine.inspect().tableNames("globex");
        // other tests look at all schemas of the server
        engine.inTransaction(connection -> tenants
                .forEach(each -> connection.execute(new TextDdl("DROP SCHEMA " + each + " CASCADE"))));
        assertThat(first).contains("users", "rubedo_version", "rubedo_history");
        assertThat(second).contains("users", "rubedo_version");
        assertThat(engine.inspect().tableNames()).isEmpty();
    }

    @DatabaseTest(only = {"mysql", "mariadb"})
    void eachTenantIsADatabaseOfMySql(TestDatabase database) throws IOException {
        Files.createDirectories(directory.resolve("migrations/versions"));
        Files.copy(Path.of("src/test/java/dev/rubedo/migrate/guide/R4be1c09a7d_create_users.java"),
                directory.resolve("migrations/versions/R4be1c09a7d_create_users.java"));
        var revisions = ScriptDirectory.read(MigrationConfig.read(directory.resolve("rubedo.toml"), ""));
        var server = DatabaseUrl
                .of(database.url().replaceFirst("^jdbc:(.*)://(.*)\\?user=(\\w+)&?(.*)", "$1://$3@$2?$4"));
        var tenants = List.of("acme_" + server.database(), "globex_" + server.database());
        var main = database.engine();
        main.inTransaction(
                connection -> tenants.forEach(each -> connection.execute(new TextDdl("CREATE DATABASE " + each))));
        try {
            for (var tenant : tenants) {
                try (var engine = Engine.create(server.withDatabase(tenant)); var connection = engine.connect()) {
                    var plan = revisions.plan((map, heads) -> map.upgrade("heads", heads));
                    MigrationContext.of(connection, MigrationOptions.DEFAULT).run(plan, plan);
                }
            }

            for (var tenant : tenants) {
                assertThat(main.inspect().tableNames(tenant)).contains("users", "rubedo_version", "rubedo_history");
                try (var engine = Engine.create(server.withDatabase(tenant)); var connection = engine.connect()) {
                    var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
                    assertThat(context.currentRevision()).contains("4be1c09a7d");
                    assertThat(SchemaComparison.of(connection, ComparisonOptions.DEFAULT.includeName(
                            (kind, name, parent) -> !name.startsWith("rubedo_")), revisionsSchema()).operations())
                            .isEmpty();
                }
            }
            assertThat(main.inspect().tableNames()).isEmpty();
        } finally {
            main.inTransaction(connection -> tenants
                    .forEach(each -> connection.execute(new TextDdl("DROP DATABASE IF EXISTS " + each))));
        }
    }

    /** The schema that the revision makes, which other tenants on the server must not disturb. */
    private static MetaData revisionsSchema() {
        var metaData = new MetaData();
        var users = metaData.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull());
        users.add(Index.on("name").named("ix_users_name"));
        return metaData;
    }
}
