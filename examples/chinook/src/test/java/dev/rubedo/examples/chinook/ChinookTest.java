package dev.rubedo.examples.chinook;

import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.reflect.ReflectedForeignKey;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The music store on every database: loaded, reflected, copied, and asked ten questions twice. */
class ChinookTest {
    private static final String DATA = System.getenv("RUBEDO_CHINOOK");

    @TempDir private Path folder;
    private Engine file;

    @BeforeEach
    void openTheFile() throws IOException {
        assumeThat(DATA).as("RUBEDO_CHINOOK is not set to the folder of the Chinook data").isNotNull();
        file = Store.openCopy(Path.of(DATA), folder.resolve("chinook.sqlite"));
    }

    @AfterEach
    void closeTheFile() {
        if (file != null) {
            file.close();
        }
    }

    /** MariaDB and MySQL have the names of the SQLite file; the others get the mapped schema, filled from the file. */
    private Engine filled(TestDatabase database) throws IOException {
        switch (database.name()) {
            case "mariadb", "mysql" -> Store.run(Path.of(DATA, "chinook.mysql.sql"), database.engine());
            default -> Store.copy(file, database.engine());
        }
        return database.engine();
    }

    @DatabaseTest
    void coreAndOrmAgreeWithEachOtherAndWithTheFile(TestDatabase database) throws IOException {
        Engine store = filled(database);

        try (Connection connection = store.connect()) {
            check(new CoreAnswers(connection));
        }
        // the first has to end: a rollback to a savepoint keeps the locks on MariaDB and MySQL
        try (Session session = SessionFactory.builder(store, Store.model()).build().open()) {
            check(new OrmAnswers(session));
        }
    }

    private void check(Answers answers) {
        try (Connection original = file.connect()) {
            Answers expected = new CoreAnswers(original);
            assertThat(answers.bestCustomers(5)).isEqualTo(expected.bestCustomers(5)).hasSize(5);
            assertThat(answers.bestSellingGenres()).containsExactlyInAnyOrderElementsOf(expected.bestSellingGenres())
                    .hasSize(24);
            assertThat(answers.playlists()).isEqualTo(expected.playlists()).hasSize(14);
            assertThat(answers.employeeTree()).isEqualTo(expected.employeeTree()).hasSize(8);
            assertThat(answers.raiseAndRollBack("Germany", new BigDecimal("2"))).containsExactly(
                    new BigDecimal("156.48"), new BigDecimal("312.96"), new BigDecimal("156.48"));
            assertThat(answers.neverBought("Jazz", 5)).isEqualTo(expected.neverBought("Jazz", 5)).hasSize(5);
            assertThat(answers.longestAlbums(10)).isEqualTo(expected.longestAlbums(10)).hasSize(10);
            assertThat(answers.salesByAgent()).isEqualTo(expected.salesByAgent()).hasSize(3);
            assertThat(answers.versatileArtists(3)).isEqualTo(expected.versatileArtists(3)).hasSize(7);
            assertThat(answers.invoiceSums(2023)).isEqualTo(expected.invoiceSums(2023)).hasSize(83)
                    .allSatisfy(invoice -> assertThat(invoice.lines()).isEqualTo(invoice.total()));
        }
    }

    @DatabaseTest
    void everyRowArrives(TestDatabase database) throws IOException {
        Engine store = filled(database);

        try (Connection connection = store.connect()) {
            Map<String, Long> rows = new TreeMap<>();
            for (Table table : Store.model().metadata().tables()) {
                rows.put(table.name(), connection.one(select(count()).from(table)));
            }
            assertThat(rows).containsEntry("Track", 3503L).containsEntry("PlaylistTrack", 8715L)
                    .containsEntry("Employee", 8L)
                    .hasSize(11);
            assertThat(rows.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(15_607);
        }
    }

    @DatabaseTest
    void playlistsWithTracksAndArtistsTakeTwoStatements(TestDatabase database, StatementLog statements)
            throws IOException {
        Engine store = filled(database);

        try (Session session = SessionFactory.builder(store, Store.model()).build().open()) {
            statements.clear();
            assertThat(new OrmAnswers(session).playlists()).hasSize(14);

            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void theScriptsReflectAsTheFileDoes(TestDatabase database) throws IOException {
        String script = database.name().equals("postgresql") ? "chinook.postgresql.sql" : "chinook.mysql.sql";
        Store.run(Path.of(DATA, script), database.engine());

        assertThat(shape(database.engine())).isEqualTo(shape(file)).hasSize(11);
    }

    /** Tables with columns, nullability, primary and foreign keys; names without case and underscores. */
    private static Map<String, String> shape(Engine engine) {
        Map<String, String> shape = new TreeMap<>();
        for (ReflectedTable table : engine.inspect().tables()) {
            List<String> columns = table.columns().stream()
                    .map(column -> plain(column.name()) + (column.isNullable() ? "?" : "")).toList();
            List<String> key = table.primaryKey().columns().stream().map(ChinookTest::plain).toList();
            List<String> references = table.foreignKeys().stream().map(ChinookTest::plain).sorted().toList();
            shape.put(plain(table.name()), columns + " key " + key + " references " + references);
        }
        return shape;
    }

    private static String plain(ReflectedForeignKey key) {
        return plain(key.columns() + " -> " + key.referredTable() + key.referredColumns());
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
