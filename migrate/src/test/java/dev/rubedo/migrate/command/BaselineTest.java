package dev.rubedo.migrate.command;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first revision for a database that exists. */
class BaselineTest {
    @TempDir Path directory;

    private String run(MigrationCommand command, MigrationEnvironment environment, String url) {
        var out = new StringWriter();
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "").with("url", url);
        command.run(CommandContext.of(config, new PrintWriter(out)).withEnvironment(environment));
        return out.toString().replace(directory.toString(), "");
    }

    private static void createSchema(Engine engine) {
        var model = new MetaData();
        model.table("users", column("id", BIGINT).primaryKey(), column("name", string(20)).notNull(),
                column("age", INTEGER).serverDefault("18"), UniqueConstraint.on("name").named("uq_users_name"),
                CheckConstraint.of("age > 0").named("ck_users_age"));
        model.table("orders", column("id", BIGINT).primaryKey(),
                column("user_id", BIGINT).references("users.id").onDelete(ReferentialAction.CASCADE),
                Index.on("user_id").named("ix_orders_user_id"));
        model.createAll(engine);
    }

    @DatabaseTest
    void aBaselineMakesTheSchemaThatTheDatabaseHas(TestDatabase database, Engine engine) {
        if (database.url().contains(":memory:")) {
            return;
        }
        createSchema(engine);
        var online = new MigrationEnvironment() {
            @Override
            public Engine connect(String url) {
                return database.newEngine(builder -> builder);
            }
        };
        var out = run(new InitCommand("migrations", "", "", true), online, database.url());
        assertThat(out).contains("_baseline.java\nStamped <base> -> ");
        assertThat(run(new DriftCommand(false), online, database.url()))
                .startsWith("The database has the schema of its revisions [");

        run(new StampCommand(java.util.List.of("base"), false, false), online, database.url());
        var model = SchemaOf.all(engine);
        model.dropAll(engine);
        run(new UpgradeCommand("head"), online, database.url());
        assertThat(run(new DriftCommand(false), online, database.url())).startsWith("The database has the schema");
        run(new DowngradeCommand("base"), online, database.url());
        assertThat(engine.inspect().tableNames()).doesNotContain("users", "orders");
    }

    @Test
    void aBaselineHasAllSchemasAndWhatTheApplicationFilters() {
        var url = "h2:///" + directory.resolve("shop");
        try (var engine = Engine.create(url)) {
            engine.inTransaction(connection -> {
                connection.execute(new TextDdl("CREATE SCHEMA sales"));
                connection.execute(new TextDdl("CREATE TABLE sales.customer (id INTEGER PRIMARY KEY)"));
                connection.execute(new TextDdl("CREATE TABLE hidden (id INTEGER PRIMARY KEY)"));
            });
        }
        var filtering = new MigrationEnvironment() {
            @Override
            public ComparisonOptions comparison(ComparisonOptions usual) {
                return usual.includeName((kind, name, parent) -> !name.equals("hidden"));
            }
        };

        run(new InitCommand("migrations", "", "", true), filtering, url);
        assertThat(run(new DriftCommand(false), MigrationEnvironment.DEFAULT, url))
                .startsWith("The database has the schema of its revisions [");

        var other = "h2:///" + directory.resolve("other");
        run(new UpgradeCommand("head"), MigrationEnvironment.DEFAULT, other);
        try (var engine = Engine.create(other)) {
            assertThat(engine.inspect().tableNames()).contains("hidden");
            assertThat(engine.inspect().tableNames("sales")).containsExactly("customer");
        }
    }

    /** Reads the tables of the application. Stateless. */
    private static final class SchemaOf {
        private SchemaOf() {}

        private static MetaData all(Engine engine) {
            return engine.reflect(new MetaData(),
                    dev.rubedo.reflect.Reflection.all().where(table -> !table.startsWith("rubedo_")));
        }
    }

    @Test
    void anEmptyDatabaseNeedsNoBaseline() {
        assertThatThrownBy(() -> run(new InitCommand("migrations", "", "", true), MigrationEnvironment.DEFAULT,
                "sqlite:///" + directory.resolve("empty.db"))).isInstanceOf(MigrationException.class)
                .hasMessage("The database has no tables. Use init without --from-database.");
    }
}
