package dev.rubedo.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.CircularDependencyException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas that people have, and the models of all tests of this project, are found as they were created. With
 * {@code -Drubedo.corpus=all} it is all models of tests on each database, otherwise a sample.
 */
class CorpusTest {
    private static final boolean IS_WHOLE = System.getProperty("rubedo.corpus", "").equals("all");
    private static final int EACH = IS_WHOLE ? 1 : 12;

    @DatabaseTest
    void publicSchemasAreFoundAsTheyWereCreated(Engine engine) {
        var schemas = new LinkedHashMap<String, MetaData>();
        schemas.put("film rental", FilmRental.on(engine.dialect()));
        schemas.put("trading company", TradingCompany.create());
        schemas.put("blog", Blog.create());

        var comparison = new Corpus(engine).compare(schemas);

        assertThat(comparison.differing()).isEmpty();
        assertThat(comparison.impossible()).isEmpty();
    }

    @DatabaseTest(only = {"sqlite", "postgresql", "mariadb", "h2"})
    void chinookIsFoundAsItWasCreated(Engine engine) throws IOException {
        var data = System.getenv("RUBEDO_CHINOOK");
        assumeThat(data).as("RUBEDO_CHINOOK is not set to the folder of the Chinook data").isNotNull();
        var script = engine.dialectName().equals("mariadb") ? "chinook.mysql.sql" : "chinook.postgresql.sql";
        var statements = Files.readString(Path.of(data, script)).replaceAll("(?s)/\\*.*?\\*/", "").split(";");
        engine.inTransaction(connection -> Stream.of(statements).map(String::strip)
                .filter(each -> each.matches("(?s)(CREATE (UNIQUE )?(TABLE|INDEX)|ALTER TABLE).*"))
                .filter(each -> connection.supports(Feature.ALTER_TABLE_CONSTRAINTS)
                        || !each.startsWith("ALTER"))
                .forEach(each -> connection.execute(new TextDdl(each))));
        var model = engine.reflect();
        assertThat(model.tables()).hasSize(11);
        model.dropAll(engine);

        assertThat(new Corpus(engine).compare(Map.of("chinook", model)).differing()).isEmpty();
    }

    /** What the DDL of the golden cases makes, as far as the database can: 65 cases. */
    @DatabaseTest(only = {"sqlite", "postgresql", "mariadb", "h2"})
    void schemasOfGoldenCasesAreFoundAsTheyWereCreated(Engine engine) throws IOException {
        var golden = System.getenv("RUBEDO_GOLDEN");
        assumeThat(golden).as("RUBEDO_GOLDEN is not set to the folder of the golden cases").isNotNull();
        var models = new LinkedHashMap<String, MetaData>();
        for (var each : new JsonMapper().readTree(Files.readString(Path.of(golden, "ddl.json")))) {
            var statements = each.at("/sql/" + (engine.dialectName().equals("h2") ? "default" : engine.dialectName()));
            var made = made(engine, statements);
            if (!made.tables().isEmpty()) {
                models.put(each.get("id").asString(), made);
            }
        }

        var comparison = new Corpus(engine).compare(models);

        if (IS_WHOLE) {
            System.out.println(engine.dialectName() + ", golden: " + comparison);
        }
        assertThat(comparison.differing()).isEmpty();
        assertThat(comparison.same()).as("compared").isGreaterThan(20);
    }

    /** Returns what the statements made of an empty database that it accepts, which is empty again. */
    private static MetaData made(Engine engine, JsonNode statements) {
        for (var statement : statements) {
            var sql = statement.asString().strip();
            if (sql.startsWith("CREATE") && (sql.startsWith("CREATE TABLE ") || sql.contains(" INDEX "))) {
                try {
                    engine.inTransaction(connection -> connection.execute(new TextDdl(sql)));
                } catch (DatabaseException e) {
                    // of a table that another statement would have made, or of what this database does not have
                }
            }
        }
        var model = engine.reflect();
        new Corpus(engine).drop(model);
        return model;
    }

    @DatabaseTest
    void modelsOfTestsAreFoundAsTheyWereCreated(Engine engine) {
        var compiled = directories().stream().filter(Files::isDirectory).toList();
        assumeThat(System.getenv("CI") != null || compiled.size() == directories().size())
                .as("the tests of other modules are not compiled, only " + compiled
                        + ": build with -am, or all modules")
                .isTrue();
        assertThat(compiled).as("compiled tests of other modules").isEqualTo(directories());
        var sample = new LinkedHashMap<String, MetaData>();
        int number = 0;
        for (var each : TestModels.in(directories()).entrySet()) {
            if (number++ % EACH == 0) {
                sample.put(each.getKey(), each.getValue());
            }
        }

        var comparison = new Corpus(engine).compare(sample);

        if (IS_WHOLE) {
            System.out.println(engine.dialectName() + ": " + comparison);
        }
        assertThat(comparison.differing()).isEmpty();
        assertThat(comparison.same()).as("compared").isGreaterThan(sample.size() / 2);
    }

    private static List<Path> directories() {
        return Stream.of("orm/target/test-classes", "rubedo/target/test-classes", "tck/target/classes",
                "engine/target/test-classes", "migrate/target/test-classes", "generate/target/test-classes")
                .map(name -> Path.of("..").resolve(name)).toList();
    }

    /**
     * Compares schemas with what {@code createAll} makes of them.
     *
     * @param engine the database, which is empty
     */
    private record Corpus(Engine engine) {

        Comparison compare(Map<String, MetaData> schemas) {
            int same = 0;
            var differing = new ArrayList<String>();
            var impossible = new ArrayList<String>();
            for (var each : schemas.entrySet()) {
                var model = each.getValue();
                try {
                    createSchemas(model);
                    model.createAll(engine);
                } catch (RubedoException | IllegalArgumentException e) {
                    impossible.add(each.getKey() + ": " + e.getMessage());
                    drop(model);
                    continue;
                }
                var operations = engine.fromTransaction(
                        connection -> SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model).operations());
                if (operations.isEmpty()) {
                    same++;
                } else {
                    differing.add(each.getKey() + ": " + operations.stream().map(Object::toString).toList());
                }
                drop(model);
            }
            return new Comparison(same, differing, impossible);
        }

        private void createSchemas(MetaData model) {
            var names = new TreeSet<>(model.tables().stream().map(Table::schema).toList());
            names.remove("");
            names.forEach(name -> engine.inTransaction(connection -> {
                if (!connection.inspect().hasSchema(name)) {
                    connection.execute(new CreateSchema(name, false));
                }
            }));
        }

        /** What {@code dropAll} cannot drop, because a key in a cycle has no name, is dropped by the name it has. */
        private void drop(MetaData model) {
            try {
                model.dropAll(engine);
            } catch (CircularDependencyException | NoSuchTableException | IllegalArgumentException e) {
                try (var connection = engine.connect()) {
                    var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
                    SchemaComparison.of(connection, ComparisonOptions.DEFAULT.includeSchemas(), new MetaData())
                            .operations().forEach(context::invoke);
                    connection.commit();
                }
            }
        }
    }

    /**
     * What was found.
     *
     * @param same the number of schemas that were found as they were created
     * @param differing the others, with the operations that would be generated
     * @param impossible those that the database cannot create, with the reason
     */
    private record Comparison(int same, List<String> differing, List<String> impossible) {
        @Override
        public String toString() {
            return same + " the same, " + differing.size() + " differ, " + impossible.size() + " impossible:\n  "
                    + String.join("\n  ", impossible.stream().map(each -> each.replaceAll("\\R.*", "")).toList());
        }
    }
}
