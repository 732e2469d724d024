package dev.rubedo.generate;

import static dev.rubedo.orm.Orm.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Creating what was generated gives the schema that it was generated from. */
class RoundTripTest {
    private static final String PACKAGE = "shop";

    private static final String DATA = System.getenv("RUBEDO_CHINOOK");

    @TempDir private Path folder;

    @DatabaseTest
    void schemasOfARentalShopATradingCompanyAndAService(TestDatabase database) throws IOException {
        SampleSchemas.rental().createAll(database.engine());
        SampleSchemas.trading().createAll(database.engine());
        SampleSchemas.service().createAll(database.engine());

        check(database);
    }

    @DatabaseTest
    void whatOnlyOneDatabaseHas(TestDatabase database) throws IOException {
        SampleSchemas.addOwn(database.engine(), database.name());

        check(database);
    }

    @DatabaseTest
    void chinook(TestDatabase database) throws IOException {
        assumeThat(DATA).as("RUBEDO_CHINOOK is not set to the folder of the Chinook data").isNotNull();
        Engine engine = database.engine();
        switch (database.name()) {
            case "sqlite" -> Chinook.copy(Path.of(DATA, "chinook.sqlite"), engine);
            case "mariadb", "mysql" -> Chinook.create(Path.of(DATA, "chinook.mysql.sql"), engine);
            default -> Chinook.create(Path.of(DATA, "chinook.postgresql.sql"), engine);
        }

        check(database);
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void severalSchemasAndViews(TestDatabase database) throws IOException {
        Engine engine = database.engine();
        engine.inTransaction(connection -> List.of("CREATE SCHEMA auth_of_shop",
                "CREATE TABLE auth_of_shop.users (id INTEGER PRIMARY KEY, name VARCHAR(50))",
                "CREATE TABLE users (id INTEGER PRIMARY KEY, account_id INTEGER NOT NULL REFERENCES auth_of_shop.users(id))",
                "CREATE VIEW named AS SELECT users.id, account_id FROM users")
                .forEach(statement -> connection.execute(Sql.text(statement))));
        try {
            List<String> before = inBothSchemas(engine);
            GeneratedCode code = CodeGenerator.of(GeneratorOptions.inPackage(PACKAGE)
                    .kind(GeneratedKind.ENTITIES_AND_TABLES).schemas("", "auth_of_shop").withViews()).generate(engine);
            assertThat(code.notes()).isEmpty();

            var compiled = Compiled.of(code, folder, PACKAGE);
            Model model = Model.of(compiled.tables("table.Schema"), compiled.entities());
            model.metadata().dropAll(engine);
            assertThat(inBothSchemas(engine)).isEmpty();
            model.metadata().createAll(engine);

            assertThat(inBothSchemas(engine)).isEqualTo(before);
            assertThat(engine.inspect().viewNames()).containsExactly("named");
            readEverything(engine, model, compiled.entities());
        } finally {
            engine.inTransaction(connection -> connection.execute(Sql.text("DROP SCHEMA auth_of_shop CASCADE")));
        }
    }

    private static List<String> inBothSchemas(Engine engine) {
        var lines = new ArrayList<>(Described.lines(engine.inspect().tables()));
        lines.addAll(Described.lines(engine.inspect().tables("auth_of_shop")));
        return lines;
    }

    private void check(TestDatabase database) throws IOException {
        Engine engine = database.engine();
        List<String> before = Described.lines(engine.inspect().tables());
        GeneratedCode both = generator(GeneratedKind.ENTITIES_AND_TABLES).generate(engine);
        GeneratedCode entities = generator(GeneratedKind.ENTITIES).generate(engine);
        assertThat(generator(GeneratedKind.ENTITIES).generate(engine)).isEqualTo(entities);

        var compiled = Compiled.of(both, folder.resolve("both"), PACKAGE);
        Model mapped = Model.of(compiled.tables("table.Schema"), compiled.entities());
        recreate(engine, mapped);
        List<String> after = Described.lines(engine.inspect().tables());
        assertThat(Described.without(after, before)).isEqualTo(Described.without(before, after)).isEmpty();
        readEverything(engine, mapped, compiled.entities());

        recreate(engine, Compiled.of(entities, folder.resolve("alone"), PACKAGE).model());
        List<String> byEntities = Described.withoutNames(Described.lines(engine.inspect().tables()));
        List<String> expected = Described.withoutNames(before);
        assertThat(Stream.concat(Described.without(expected, byEntities).stream(),
                Described.without(byEntities, expected).stream())
                .filter(line -> !isIndexOfForeignKey(line, database))
                .filter(line -> entities.notes().stream().noneMatch(note -> isAbout(note, line)))).isEmpty();
    }

    private static CodeGenerator generator(GeneratedKind kind) {
        return CodeGenerator.of(GeneratorOptions.inPackage(PACKAGE).kind(kind));
    }

    private static void recreate(Engine engine, Model model) {
        engine.reflect().dropAll(engine);
        assertThat(engine.inspect().tables()).isEmpty();
        model.metadata().createAll(engine);
    }

    private static void readEverything(Engine engine, Model model, EntityPath<?>... entities) {
        SessionFactory.of(engine, model).inTransaction(session -> {
            for (EntityPath<?> entity : entities) {
                assertThat(session.all(select(entity))).isEmpty();
            }
        });
    }

    /** MariaDB and MySQL create an index for a foreign key without a name under the name of its first column. */
    private static boolean isIndexOfForeignKey(String line, TestDatabase database) {
        return List.of("mariadb", "mysql").contains(database.name())
                && line.matches("\\S*(.*) ReflectedIndex\\[name=(.*), terms=\\[ReflectedIndexTerm\\[text=\\2,.*");
    }

    /** Returns whether a note is about the table of a line, other than the name of a constraint. */
    private static boolean isAbout(String note, String line) {
        return !note.contains(": the name \"") && line.startsWith("." + note.split("\"")[1] + " ");
    }
}
