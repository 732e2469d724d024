package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of URLs shows what each form becomes: the dialect and the URL of the driver. */
class UrlReferenceTest {

    /** The URLs with what they mean, by database. */
    private static final List<Example> EXAMPLES = List.of(
            new Example("SQLite", "sqlite:///shop.db", "a file, relative to the working directory"),
            new Example("SQLite", "sqlite:////var/lib/shop.db", "a file, absolute: four slashes"),
            new Example("SQLite", "sqlite://", "memory, one database per engine"),
            new Example("SQLite", "sqlite:///file:shop.db?mode=ro&uri=true",
                    "SQLite's own form of URI, here read-only"),
            new Example("SQLite", "jdbc:sqlite:shop.db", "the driver's form"),
            new Example("H2", "h2:///shop", "a file"), new Example("H2", "h2:///mem:shop", "memory"),
            new Example("H2", "h2://db/shop", "a server"),
            new Example("H2", "jdbc:h2:./shop", "the driver's form"),
            new Example("DuckDB", "duckdb:///data/shop.duckdb", "a file"),
            new Example("DuckDB", "duckdb://", "memory that lives with the engine"),
            new Example("PostgreSQL", "postgresql://ann:secret@db/shop", "host `db`, port 5432"),
            new Example("PostgreSQL", "postgres://ann:secret@db/shop", "the form of some providers"),
            new Example("PostgreSQL", "postgresql://db1:5432,db2:5433/shop", "the first host that responds"),
            new Example("PostgreSQL", "postgresql+psycopg2://ann:secret@db/shop",
                    "the name of a Python driver is ignored"),
            new Example("PostgreSQL", "postgresql://db/shop?sslmode=require", "with an option of the driver"),
            new Example("PostgreSQL", "jdbc:postgresql://db/shop", "the driver's form"),
            new Example("MySQL", "mysql://root@db/shop", "host `db`, port 3306"),
            new Example("MariaDB", "mariadb://root@db:3307/shop", "with a port"),
            new Example("SQL Server", "mssql://ann:secret@db:1433/shop", "by port"),
            new Example("SQL Server", "mssql://db\\SQLEXPRESS/shop", "by instance"),
            new Example("Oracle", "oracle://ann:secret@db:1521?service_name=shop", "a service"),
            new Example("Oracle", "oracle://db/sid", "a system identifier"),
            new Example("Oracle", "oracle://shop_high", "an entry of `tnsnames.ora`"));

    private record Example(String database, String url, String meaning) {
        String row() {
            var url = DatabaseUrl.of(url());
            var backend = Backends.forUrl(url);
            var jdbc = backend.target(url, Map.of()).url().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32}", "…");
            return GeneratedPage.row("`" + url() + "`", meaning, "`" + backend.dialect().name() + "`",
                    "`" + jdbc + "`");
        }
    }

    @Test
    void thePageTellsWhatEachUrlBecomes() {
        var databases = EXAMPLES.stream().map(Example::database).distinct().toList();

        new GeneratedPage("docs/reference/urls.md", getClass()).hasEnd(databases.stream()
                .map(database -> "## " + database + "\n\n"
                        + GeneratedPage.head("URL", "meaning", "dialect", "URL of the driver")
                        + EXAMPLES.stream().filter(example -> example.database().equals(database)).map(Example::row)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void optionsOfADriverThatIsNotThereAreAccepted() {
        var url = DatabaseUrl.of("postgresql://db/shop?sslmode=require");

        assertThat(Backends.forUrl(url).target(url, Map.of()).properties()).containsEntry("sslmode", "require");
    }

    @Test
    void noUrlOfTheDriverShowsAPassword() {
        assertThat(EXAMPLES).allSatisfy(example -> assertThat(example.row().split("\\|")[4]).doesNotContain("secret"));
    }
}
