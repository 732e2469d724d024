package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.exact;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.effect.DeclaredEffect;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of the guide to migrations in teams and production. */
class TeamsTest {
    @TempDir Path directory;

    /** Fills a column in batches. */
    private static final class Backfill implements Migration {
        private final Column<Long> id = column("id", BIGINT).primaryKey();
        private final Column<String> login = column("login", string(20));
        private final Column<String> email = column("email", string(50));
        private final Table users = new MetaData().table("users", id, login, email);

        @Override
        public void upgrade(Operations op) {
            if (op.isOffline()) {
                op.execute("UPDATE users SET email = lower(login) WHERE email IS NULL");
                return;
            }
            var connection = op.connection();
            var batch = Sql.select(id).where(email.isNull()).orderBy(id).limit(1000);
            for (var ids = connection.all(batch); !ids.isEmpty(); ids = connection.all(batch)) {
                connection.execute(Sql.update(users).set(email, Functions.lower(login)).where(id.in(ids)));
                connection.commit();
            }
        }
    }

    @DatabaseTest
    void aColumnIsFilledInBatches(Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(new TextDdl("CREATE TABLE users (id BIGINT, login VARCHAR(20), email VARCHAR(50))"));
            var insert = new StringBuilder("INSERT INTO users (id, login) VALUES (0, 'ADA')");
            for (int i = 1; i < 2500; i++) {
                insert.append(", (").append(i).append(", 'ADA')");
            }
            connection.execute(new TextDdl(insert.toString()));
        });
        try (var connection = engine.connect()) {
            new Backfill().upgrade(new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT)));

            assertThat(connection.rows("SELECT 1 FROM users WHERE email = 'ada'")).hasSize(2500);
        }
    }

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
    void aColumnBecomesRequiredWithoutStoppingWriters(Engine engine) {
        try (var connection = engine.connect()) {
            var op = new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT));
            op.createTable("users", column("id", BIGINT).primaryKey(), column("email", string(50)));

            op.addConstraint("users", CheckConstraint.of("email IS NOT NULL").named("ck_email")
                    .option("postgresql", "not_valid", "true"));
            op.execute("ALTER TABLE users VALIDATE CONSTRAINT ck_email");
            op.alterColumn("users", "email", c -> c.notNull());
            op.concurrently().createIndex("ix_users_email", "users", "email");

            assertThat(connection.inspect().indexes("users")).extracting(index -> index.name())
                    .contains("ix_users_email");
        }
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
}
