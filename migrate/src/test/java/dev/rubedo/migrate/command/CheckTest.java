package dev.rubedo.migrate.command;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.error.LintException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.ModelDiffersException;
import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.error.SchemaDriftException;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands check, drift, diff, doctor and import. */
class CheckTest {
    @TempDir Path directory;
    private Project project;
    private MetaData model = new MetaData();

    @BeforeEach
    void oneRevision() {
        project = new Project(directory);
        project.revision("a1", "base",
                "op.createTable(\"users\", column(\"id\", BIGINT).primaryKey(), column(\"name\", string(20)));",
                "op.dropTable(\"users\");");
        model.table("users", column("id", BIGINT).primaryKey(), column("name", string(20)));
    }

    private MigrationEnvironment environment() {
        return new MigrationEnvironment() {
            @Override
            public List<MetaData> metaData() {
                return List.of(model);
            }
        };
    }

    private String check() {
        return project.run(new CheckCommand("sqlite:///" + directory.resolve("scratch.db")), environment());
    }

    @Test
    void revisionsThatAreInOrderPass() {
        project.revision("b2", "a1", "op.execute(\"INSERT INTO users (id) VALUES (1)\");",
                "op.execute(\"DELETE FROM users\");");

        assertThat(check()).isEqualTo("""
                ok: one head [b2]
                ok: the file HEADS lists the head
                ok: 2 revisions compile
                ok: the revisions create the schema of the model
                No findings.
                ok: 2 revisions are applied to the scratch database
                ok: the scratch database has the schema of the model
                ok: 2 revisions are undone
                ok: applying them again has the same result
                """);
        assertThat(project.run(new CheckCommand(""))).isEqualTo("""
                ok: one head [b2]
                ok: the file HEADS lists the head
                ok: 2 revisions compile
                no model to compare with
                No findings.
                """);
    }

    @Test
    void eachFailureIsOneOfItsOwn() {
        project.write(directory.resolve("migrations/HEADS"), "zz\n");
        assertThatThrownBy(this::check).isInstanceOf(MigrationException.class)
                .hasMessageContaining("lists [zz], but the "
                        + "heads are [a1]");
        project.write(directory.resolve("migrations/HEADS"), "a1\n");

        model.table("orders", column("id", BIGINT).primaryKey());
        assertThatThrownBy(this::check).isInstanceOf(ModelDiffersException.class)
                .hasMessageStartingWith("The revisions differ from the model in 1 operation.");

        project.revision("b2", "a1", "op.createTable(\"orders\", column(\"id\", BIGINT).primaryKey());",
                "op.execute(\"SELECT 1\");");
        assertThatThrownBy(this::check).isInstanceOf(SchemaDriftException.class)
                .hasMessageStartingWith("After all revisions were undone, the scratch database is not empty");
        assertThatThrownBy(this::check).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The scratch database is not empty:");

        project.revision("c3", "b2", "op.dropColumn(\"users\", \"name\");", "");
        model = new MetaData();
        model.table("users", column("id", BIGINT).primaryKey());
        model.table("orders", column("id", BIGINT).primaryKey());
        assertThatThrownBy(this::check).isInstanceOf(LintException.class);

        project.write(directory.resolve("migrations/versions/Rx.java"),
                Project.read(project.file("c3")).replace("c3", "d4").replace("downRevision = \"b2\"",
                        "downRevision = \"c3\"")
                        + "!");
        project.write(directory.resolve("migrations/HEADS"), "d4\n");
        assertThatThrownBy(this::check).isInstanceOf(RevisionSourceException.class)
                .hasMessageContaining("Rx.java:").hasMessageContaining("expected");
        project.revision("e5", "a1", "", "");
        assertThatThrownBy(this::check).isInstanceOf(MultipleHeadsException.class);
    }

    @Test
    void whatIsIrreversibleIsNotUndone() {
        project.revision("b2", "a1", "op.execute(\"DELETE FROM users WHERE id = 1\");", "");
        var file = project.file("b2");
        project.write(file, Project.read(file).replaceFirst("(?s)@Override\\s+public void downgrade.*?\\n    }\\n", "")
                .replace("@Revision(", "@dev.rubedo.migrate.operation.Irreversible(\"rows are gone\")\n@Revision("));
        project.revision("c3", "b2", "", "");

        assertThat(check()).contains("ok: 1 revisions are undone; the next one is irreversible\n");
    }

    @Test
    void aScratchDatabaseIsNotEmptyBecauseTheApplicationFiltersWhatItHas() {
        var filtering = new MigrationEnvironment() {
            @Override
            public ComparisonOptions comparison(ComparisonOptions usual) {
                return usual.includeName((kind, name, parent) -> !name.equals("customer"))
                        .includeObject(object -> !object.name().equals("customer"));
            }
        };
        var url = "sqlite:///" + directory.resolve("scratch.db");
        try (var engine = Engine.create(url)) {
            engine.inTransaction(connection -> connection.execute(new TextDdl("CREATE TABLE customer (id INTEGER)")));
        }

        assertThatThrownBy(() -> project.run(new CheckCommand(url), filtering)).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The scratch database is not empty:").hasMessageContaining("customer");
    }

    @Test
    void aScratchDatabaseWithATableInAnotherSchemaIsNotEmpty() {
        var url = "h2:///" + directory.resolve("scratch");
        try (var engine = Engine.create(url)) {
            engine.inTransaction(connection -> {
                connection.execute(new TextDdl("CREATE SCHEMA sales"));
                connection.execute(new TextDdl("CREATE TABLE sales.customer (id INTEGER)"));
            });
        }

        assertThatThrownBy(() -> project.run(new CheckCommand(url))).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("The scratch database is not empty:").hasMessageContaining("customer");
    }

    private void revisionWithAView() {
        project.revision("b2", "a1", "op.createView(\"v\", dev.rubedo.schema.ViewDefinition.of("
                + "\"SELECT id, name FROM users WHERE (id > 1 OR id < 0) AND name IS NOT NULL\"));",
                "op.dropView(\"v\");");
    }

    @Test
    void aViewIsMadeAgainWithTheSameResult() {
        revisionWithAView();

        assertThat(project.run(new CheckCommand("sqlite:///" + directory.resolve("scratch.db"))))
                .endsWith("ok: applying them again has the same result\n");
        assertThat(project.run(new CheckCommand("h2:///" + directory.resolve("scratch"))))
                .endsWith("ok: applying them again has the same result\n");
    }

    @DatabaseTest
    void aViewThatTheDatabaseSpellsItsOwnWayIsNoDrift(TestDatabase database, Engine engine) {
        if (engine.url().toString().contains(":memory:")) {
            return;
        }
        var online = new MigrationEnvironment() {
            @Override
            public Engine connect(String url) {
                return database.newEngine(builder -> builder);
            }
        };
        revisionWithAView();
        project.use(engine.url().toString());
        project.run(new UpgradeCommand("head"), online);

        assertThat(project.run(new DriftCommand(false), online))
                .isEqualTo("The database has the schema of its revisions [b2].\n");
    }

    @DatabaseTest
    void driftIsWhatSomebodyChangedByHand(TestDatabase database, Engine engine) {
        var online = new MigrationEnvironment() {
            @Override
            public List<MetaData> metaData() {
                return List.of(model);
            }

            @Override
            public Engine connect(String url) {
                return database.newEngine(builder -> builder);
            }
        };
        if (engine.url().toString().contains(":memory:")) {
            return;
        }
        project.use(engine.url().toString());
        project.run(new UpgradeCommand("head"), online);
        assertThat(project.run(new DriftCommand(false), online))
                .isEqualTo("The database has the schema of its revisions [a1].\n");
        assertThat(project.run(new DiffCommand(false, true), online))
                .isEqualTo("The database has the schema of the model.\n");
        engine.inTransaction(connection -> connection.execute(new TextDdl("ALTER TABLE users ADD COLUMN age INTEGER")));

        assertThatThrownBy(() -> project.run(new DriftCommand(true), online)).isInstanceOf(SchemaDriftException.class)
                .hasMessageStartingWith("The database differs from its revisions in 1 operation.");
        model.table("orders", column("id", BIGINT).primaryKey());
        var diff = project.run(new DiffCommand(true, false), online);
        assertThat(diff).contains("\"operation\": \"create-table\",\n      \"table\": \"orders\",\n      "
                + "\"description\": \"create table \\\"orders\\\"\",\n      \"destructive\": false")
                .contains("\"operation\": \"drop-column\"", "\"destructive\": true");
        assertThat(project.run(new DiffCommand(false, false), online)).startsWith(
                "To get the schema of the model, the database needs:\n")
                .contains("  drop column \"users.age\" (loses data)\n");
        assertThatThrownBy(() -> project.run(new DiffCommand(false, true), online))
                .isInstanceOf(ModelDiffersException.class);
    }

    @Test
    void aDiffNeedsAModel() {
        assertThatThrownBy(() -> project.run(new DiffCommand(false, false))).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("There is no model to compare with.");
    }

    @Test
    void theDoctorFindsWhatIsWrong() {
        project.run(new UpgradeCommand("head"));
        assertThat(project.run(new DoctorCommand())).contains("ok: revisions: 1, heads [a1]\n",
                "ok: HEADS: lists the heads\n",
                "ok: sources: all revisions compile\n", "ok: version table: at [a1], up to date\n",
                "ok: unfinished revisions: none\n", "ok: lock: free\n", "ok: database: can be used\n");

        project.write(directory.resolve("migrations/HEADS"), "zz\n");
        try (var engine = project.engine()) {
            engine.inTransaction(
                    connection -> connection.execute(new TextDdl("UPDATE rubedo_version SET version_num = 'gone'")));
        }
        assertThatThrownBy(() -> project.run(new DoctorCommand())).isInstanceOf(MigrationException.class)
                .hasMessage("There are problems: 2. Each is explained above.");
    }

    @Test
    void theHistoryOfAlembicIsTaken() {
        try (var engine = project.engine()) {
            engine.inTransaction(connection -> {
                connection.execute(new TextDdl("CREATE TABLE alembic_version (version_num VARCHAR(32) PRIMARY KEY)"));
                connection.execute(new TextDdl("INSERT INTO alembic_version VALUES ('1975ea83b712')"));
            });
        }
        assertThatThrownBy(() -> project.run(new ImportCommand(ForeignHistory.ALEMBIC, "", Map.of())))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The table \"alembic_version\" records \"1975ea83b712\", but there is no such revision. "
                                + "Specify the corresponding one: --map 1975ea83b712=REVISION.");

        assertThat(project.run(new ImportCommand(ForeignHistory.ALEMBIC, "", Map.of("1975ea83b712", "a1"))))
                .isEqualTo("alembic_version is at 1975ea83b712\nStamped <base> -> a1\n");
        assertThatThrownBy(() -> project.run(new ImportCommand(ForeignHistory.ALEMBIC, "", Map.of())))
                .hasMessageStartingWith("The database already records the revisions [a1].");
    }

    @DatabaseTest
    void theHistoryOfFlywayIsTaken(TestDatabase database, Engine engine) {
        var online = new MigrationEnvironment() {
            @Override
            public Engine connect(String url) {
                return database.newEngine(builder -> builder);
            }
        };
        if (engine.url().toString().contains(":memory:")) {
            return;
        }
        var truth = engine.dialect().typeName(dev.rubedo.type.Types.BOOLEAN);
        var yes = engine.supports(dev.rubedo.feature.Feature.BOOLEAN_TYPE) ? "TRUE" : "1";
        var no = engine.supports(dev.rubedo.feature.Feature.BOOLEAN_TYPE) ? "FALSE" : "0";
        engine.inTransaction(connection -> {
            connection.execute(
                    new TextDdl("CREATE TABLE flyway_schema_history (installed_rank INTEGER, version VARCHAR(50),"
                            + " success " + truth + ")"));
            for (var row : List.of("1, '1', " + yes, "2, '1.1', " + yes, "3, NULL, " + yes, "4, '1.2', " + no)) {
                connection.execute(new TextDdl("INSERT INTO flyway_schema_history VALUES (" + row + ")"));
            }
        });
        project.use(engine.url().toString());

        assertThat(project.run(new ImportCommand(ForeignHistory.FLYWAY, "", Map.of("1.1", "a1")), online))
                .isEqualTo("flyway_schema_history is at 1.1\nStamped <base> -> a1\n");
    }
}
