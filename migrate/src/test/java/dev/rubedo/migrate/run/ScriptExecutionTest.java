package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.DATE;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.labels;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.operation.ColumnAlteration;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The script of a long history is accepted by the database statement by statement, and makes the schema of the revisions. */
class ScriptExecutionTest {
    private static final String TEXT_WITH_MARKS = "it's a \"b\" \\c; -- d\n/* e */ :f ? %s";

    /** Each revision changes one thing; the table of a batch is told, because a script cannot read it. */
    private static Revisions history(Dialect dialect) {
        boolean copies = !dialect.supports(dev.rubedo.feature.Feature.ALTER_COLUMN);
        var revisions = new Revisions();
        var schema = new ArrayList<>(List.of(SchemaSnapshot.EMPTY));
        add(revisions, schema, dialect, op -> op.createTable("teams", column("id", BIGINT).primaryKey(),
                column("name", string(50)).notNull()), op -> op.dropTable("teams"));
        add(revisions, schema, dialect, op -> op.createTable("users", column("id", INTEGER).primaryKey(),
                column("login", string(60)).notNull().unique(), column("team_id", BIGINT).references("teams.id"),
                column("balance", numeric(10, 2)).notNull().serverDefault("0"), column("born", DATE),
                column("mood", labels("mood", "good", "bad")).serverDefault(Sql.literal("good")),
                CheckConstraint.of("balance > -1000").named("ck_balance")), op -> op.dropTable("users"));
        add(revisions, schema, dialect, op -> op.bulkInsert(
                new MetaData().table("teams", column("id", BIGINT), column("name", string(50))),
                List.of(Map.of("id", 1, "name", TEXT_WITH_MARKS), Map.of("id", 2, "name", "b"))),
                op -> op.execute("DELETE FROM teams"));
        add(revisions, schema, dialect, op -> op.execute(
                "INSERT INTO users (id, login, team_id, born) VALUES (1, 'ada', 1, '1815-12-10')"),
                op -> op.execute("DELETE FROM users WHERE id = 1"));
        add(revisions, schema, dialect, op -> op.addColumn("users", column("email", string(80)).comment("it's")),
                op -> op.dropColumn("users", "email"));
        add(revisions, schema, dialect, op -> op.backfill("users", with -> with.set("email", "login")), op -> {});
        add(revisions, schema, dialect, op -> op.concurrently().createIndex("ix_email", "users", "email"),
                op -> op.concurrently().dropIndex("ix_email", "users"));
        alter(revisions, schema, dialect, copies, "login", c -> c.type(string(90)).existingType(string(60))
                .existingNotNull(), c -> c.type(string(60)).existingType(string(90)).existingNotNull());
        alter(revisions, schema, dialect, copies, "email", c -> c.notNull().existingType(string(80))
                .existingComment("it's"), c -> c.nullable().existingType(string(80)).existingComment("it's"));
        add(revisions, schema, dialect, op -> op.alterColumn("users", "born", c -> c.rename("birthday")
                .existingType(DATE).existingNullable()), op -> op.alterColumn("users", "birthday",
                        c -> c.rename("born").existingType(DATE).existingNullable()));
        add(revisions, schema, dialect, op -> op.createTable("roles", column("id", INTEGER).primaryKey(),
                column("active", BOOLEAN).notNull().serverDefault("true"), column("notes", TEXT)),
                op -> op.dropTable("roles"));
        add(revisions, schema, dialect, op -> op.renameTable("roles", "positions"),
                op -> op.renameTable("positions", "roles"));
        if (!copies) {
            add(revisions, schema, dialect, op -> {
                op.addColumn("positions", column("user_id", INTEGER));
                op.createForeignKey("fk_user", "positions", "users", List.of("user_id"), List.of("id"),
                        key -> key.onDelete(ReferentialAction.CASCADE));
            }, op -> {
                op.dropConstraint("fk_user", "positions", ConstraintKind.FOREIGN_KEY);
                op.dropColumn("positions", "user_id");
            });
        }
        add(revisions, schema, dialect, op -> op.createView("names", ViewDefinition.of("SELECT id, login FROM users")),
                op -> op.dropView("names"));
        return revisions;
    }

    private static void add(Revisions revisions, List<SchemaSnapshot> schema, Dialect dialect,
            java.util.function.Consumer<Operations> up, java.util.function.Consumer<Operations> down) {
        revisions.next("r" + schema.size(), up, down);
        schema.add(SchemaReplay.apply(schema.get(schema.size() - 1),
                RecordedOperations.upgrade(up::accept, dialect)));
    }

    private static void alter(Revisions revisions, List<SchemaSnapshot> schema, Dialect dialect, boolean isCopied,
            String column, UnaryOperator<ColumnAlteration> up, UnaryOperator<ColumnAlteration> down) {
        var users = new TableName("", "users");
        var before = schema.get(schema.size() - 1).require(users);
        java.util.function.Consumer<Operations> forward = op -> {
            if (isCopied) {
                try (var batch = op.batchAlterTable("users", with -> with.copyFrom(before))) {
                    batch.alterColumn(column, up);
                }
            } else {
                op.alterColumn("users", column, up);
            }
        };
        var after = SchemaReplay.apply(schema.get(schema.size() - 1),
                RecordedOperations.upgrade(forward::accept, dialect)).require(users);
        add(revisions, schema, dialect, forward, op -> {
            if (isCopied) {
                try (var batch = op.batchAlterTable("users", with -> with.copyFrom(after))) {
                    batch.alterColumn(column, down);
                }
            } else {
                op.alterColumn("users", column, down);
            }
        });
    }

    private static void execute(Engine engine, String script) throws SQLException {
        try (var connection = engine.connect()) {
            connection.options(settings -> settings.isolationLevel(IsolationLevel.AUTOCOMMIT));
            var statement = connection.jdbc().createStatement();
            for (var sql : script.split(";\n\n(?=[A-Z-]|$)")) {
                statement.execute(sql.replaceAll("(?m)^-- .*\n+", ""));
            }
            connection.retire();
        }
    }

    @DatabaseTest
    void theScriptOfALongHistoryMakesTheSchemaOfItsRevisionsAndUndoesIt(Engine engine) throws SQLException {
        var revisions = history(engine.dialect());
        var up = new StringBuilder();
        new ScriptContext(engine.dialect(), up, MigrationOptions.DEFAULT).run(Set.of(),
                heads -> revisions.map().upgrade("head", heads), revisions.source());

        execute(engine, up.toString());

        var own = ComparisonOptions.DEFAULT.without(MigrationOptions.DEFAULT.ownTables());
        var operations = new ArrayList<dev.rubedo.migrate.operation.MigrationOperation>();
        var heads = Revisions.heads(engine);
        assertThat(heads).hasSize(1);
        for (var node : revisions.map().upgrade("head", Set.of())) {
            operations.addAll(RecordedOperations.upgrade(
                    revisions.source().migration(node.to().get(node.to().size() - 1)), engine.dialect()));
        }
        var expected = SchemaReplay.apply(SchemaSnapshot.EMPTY, operations);
        assertThat(engine.<List<?>, RuntimeException>fromTransaction(
                connection -> SchemaComparison.of(connection, own, expected).operations())).isEmpty();
        engine.inTransaction(connection -> {
            assertThat(connection.rows("SELECT name AS answer FROM teams WHERE id = 1").get(0).text("answer"))
                    .isEqualTo(TEXT_WITH_MARKS);
            assertThat(connection.rows("SELECT email AS answer FROM users").get(0).text("answer")).isEqualTo("ada");
        });
        var down = new StringBuilder();
        new ScriptContext(engine.dialect(), down, MigrationOptions.DEFAULT).run(heads,
                current -> revisions.map().downgrade("base", current), revisions.source());

        execute(engine, down.toString());

        assertThat(Revisions.heads(engine)).isEmpty();
        assertThat(engine.inspect().tableNames()).containsExactly("rubedo_version");
    }

    /** What is not at hand is compared with text: {@code -Drubedo.golden=rewrite} writes it anew. */
    @Test
    void theScriptsForOracleAndSqlServerAreThoseOfTheRecord() throws IOException {
        for (var dialect : List.of(new OracleDialect(), new SqlServerDialect())) {
            var revisions = history(dialect);
            var script = new StringBuilder();
            new ScriptContext(dialect, script, MigrationOptions.DEFAULT).run(Set.of(),
                    heads -> revisions.map().upgrade("head", heads), revisions.source());
            new ScriptContext(dialect, script, MigrationOptions.DEFAULT).run(Set.copyOf(revisions.map().heads()),
                    heads -> revisions.map().downgrade("base", heads), revisions.source());
            var record = Path.of("src/test/resources/scripts/history-" + dialect.name() + ".sql");
            if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
                Files.createDirectories(record.getParent());
                Files.writeString(record, script);
            }

            assertThat(script.toString()).isEqualTo(Files.readString(record));
        }
    }
}
