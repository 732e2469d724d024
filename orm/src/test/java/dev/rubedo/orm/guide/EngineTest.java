package dev.rubedo.orm.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Echo;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.PoolEcho;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.schema.MetaData;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of {@code docs/guide/engine.md}; an architecture test compares the texts. */
class EngineTest {

    @Test
    void anEngineIsCreatedFromAUrl() {
        try (Engine engine = Engine.create("sqlite:///:memory:")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE notes (id INTEGER)")));
            assertThat(engine.inspect().hasTable("notes")).isTrue();
        }
    }

    @Test
    void aUrlIsMadeOfParts() {
        DatabaseUrl url = DatabaseUrl.forBackend("postgresql")
                .withUser("ann").withPassword("p@ss/word")
                .withHosts(new DatabaseUrl.Host("db1", 5432), new DatabaseUrl.Host("db2", 5432))
                .withDatabase("shop").withOption("sslmode", "require");

        assertThat(url).hasToString("postgresql://ann:***@db1:5432,db2:5432/shop?sslmode=require");
        assertThat(DatabaseUrl.of(url.toStringWithPassword())).isEqualTo(url);
    }

    @Test
    void optionsAreGivenToABuilder(@TempDir Path directory) {
        String url = "sqlite:///" + directory.resolve("shop.db");
        try (Engine engine = pooled(url)) {
            engine.connect().close();
            assertThat(engine.poolStatus().idle()).isEqualTo(1);
            echoForAWhile(engine);
            assertThat(engine.echo()).isEqualTo(Echo.NONE);
        }
    }

    private static Engine pooled(String url) {
        Engine engine = Engine.builder(url)
                .poolSize(5).maxOverflow(10)
                .poolTimeout(Duration.ofSeconds(30))
                .poolRecycle(Duration.ofHours(1))
                .poolPrePing(true)
                .leakThreshold(Duration.ofMinutes(1))
                .connectionOptions(options -> options.timeout(Duration.ofSeconds(10)))
                .build();
        return engine;
    }

    private static void echoForAWhile(Engine engine) {
        engine.echo(Echo.ROWS);
        engine.echoPool(PoolEcho.USES);
        engine.inTransaction(connection -> connection.execute(text("SELECT 1")).all());
        engine.echo(Echo.NONE);
        engine.echoPool(PoolEcho.NONE);
    }

    @Test
    void anEngineIsConfiguredByAFile() throws IOException {
        Properties properties = new Properties();
        try (Reader file = new StringReader("""
                shop.url = sqlite:///:memory:
                shop.echo = false
                shop.isolation_level = SERIALIZABLE
                """)) {
            properties.load(file);
        }
        Engine engine = Engine.of(properties, "shop.");

        assertThat(engine.options().isolationLevel()).hasValue(IsolationLevel.SERIALIZABLE);
        engine.close();
    }

    @Test
    void aDataSourceMayBePooledToo() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:guide;DB_CLOSE_DELAY=-1");
        try (Engine engine = pooled(source)) {
            engine.connect().close();
            assertThat(engine.poolStatus().idle()).isEqualTo(1);
        }
    }

    private static Engine pooled(DataSource source) {
        Engine engine = Engine.builder(source).poolSize(5).build();
        return engine;
    }

    @Test
    void tokensAreFetchedForEachConnection() {
        Engine engine = Engine.builder("h2:///mem:tokens")
                .beforeConnect(properties -> properties.put("password", token()))
                .build();

        engine.connect().close();
        engine.close();
    }

    private static String token() {
        return "token";
    }

    @Test
    void viewsHaveOtherOptions() {
        try (Engine engine = Engine.create("sqlite:///:memory:")) {
            new MetaData().table("notes", column("id", BIGINT).primaryKey()).create(engine);
            Engine reports = engine.withOptions(options -> options.readOnly(true).tag("report"));

            assertThatThrownBy(() -> reports.inTransaction(
                    connection -> connection.execute(text("INSERT INTO notes (id) VALUES (1)"))))
                    .isInstanceOf(DatabaseException.class);
            try (Connection connection = engine.connect()) {
                connection.execute(text("INSERT INTO notes (id) VALUES (1)"));
                connection.commit();
            }
        }
    }
}
