package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.FakeDatabase;
import dev.rubedo.pool.NullPool;
import dev.rubedo.pool.PoolOptions;
import dev.rubedo.pool.QueuePool;
import dev.rubedo.pool.StaticPool;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineConfigurationTest {

    private static EngineBuilder builder(Map<String, String> entries) {
        var all = new HashMap<>(entries);
        all.putIfAbsent("sqlalchemy.url", "fake://host/db");
        return Engine.builder(all, "sqlalchemy.");
    }

    private static Engine engine(Map<String, String> entries, FakeJdbc driver) {
        return builder(entries).engine(driver, driver, NullPool::new);
    }

    private static PoolOptions pool(Map<String, String> entries) {
        return ((QueuePool) builder(entries).chosenPool().apply(new FakeDatabase())).options();
    }

    @Test
    void readsPropertiesAndLeavesOtherKeysAlone() throws IOException {
        var properties = new Properties();
        properties.load(new StringReader("""
                app.name = shop
                app.db.url = fake://ann:secret@host/db
                app.db.user = bea
                app.db.echo = true
                """));

        try (var engine = Engine.builder(properties, "app.db.").engine(new FakeJdbc(), new FakeJdbc(), NullPool::new)) {
            assertThat(engine.url().toStringWithPassword()).isEqualTo("fake://bea:secret@host/db");
            assertThat(engine.echo()).isEqualTo(Echo.SQL);
        }
    }

    @Test
    void readsTheOptionsOfThePool() {
        var options = pool(Map.of("sqlalchemy.pool_size", "3", "sqlalchemy.max-overflow", "-1",
                "sqlalchemy.poolTimeout", "1.5", "sqlalchemy.pool_recycle", "PT1H", "sqlalchemy.pool_pre_ping", "true",
                "sqlalchemy.pool_use_lifo", "false", "sqlalchemy.overflow_idle", "20",
                "sqlalchemy.leak_threshold", "120", "sqlalchemy.maximum_waiters", "7"));

        assertThat(options).isEqualTo(new PoolOptions(3, -1, Duration.ofSeconds(20), Duration.ofMillis(1500),
                Duration.ofHours(1), true, false, Duration.ofMinutes(2), 7));
        assertThat(pool(Map.of("sqlalchemy.pool_recycle", "-1")).recycle()).isZero();
        assertThat(pool(Map.of("sqlalchemy.poolclass", "QueuePool"))).isEqualTo(PoolOptions.DEFAULT);
        assertThat(builder(Map.of("sqlalchemy.poolclass", "NullPool")).chosenPool().apply(new FakeDatabase()))
                .isInstanceOf(NullPool.class);
        assertThat(builder(Map.of("sqlalchemy.poolclass", "StaticPool")).chosenPool().apply(new FakeDatabase()))
                .isInstanceOf(StaticPool.class);
    }

    @ParameterizedTest
    @CsvSource({"true, SQL", "false, NONE", "debug, ROWS", "parameters, PARAMETERS"})
    void readsWhatIsLogged(String value, Echo echo) {
        try (var engine = engine(Map.of("sqlalchemy.echo", value), new FakeJdbc())) {
            assertThat(engine.echo()).isEqualTo(echo);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, CHANGES", "false, NONE", "debug, USES", "uses, USES"})
    void readsWhatThePoolLogs(String value, PoolEcho echo) {
        try (var engine = engine(Map.of("sqlalchemy.echo_pool", value), new FakeJdbc())) {
            assertThat(engine.echoPool()).isEqualTo(echo);
        }
    }

    @Test
    void readsTheOptionsOfConnectionsAndStatements() {
        try (var engine = engine(Map.of("sqlalchemy.isolation_level", "repeatable read", "sqlalchemy.timeout", "2",
                "sqlalchemy.fetch_size", "50", "sqlalchemy.insertmanyvalues_page_size", "7",
                "sqlalchemy.query_cache_size", "0", "sqlalchemy.server_version", "0.9", "sqlalchemy.future", "true",
                "sqlalchemy.hide_parameters", "false", "sqlalchemy.label_length",
                "20"), new FakeJdbc())) {
            assertThat(engine.options().isolationLevel()).hasValue(IsolationLevel.REPEATABLE_READ);
            assertThat(engine.options().settings().timeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(engine.options().settings().fetchSize()).isEqualTo(50);
            assertThat(engine.insertPageSize()).isEqualTo(7);
            assertThat(engine.showsParameters()).isTrue();
            assertThat(engine.dialect().traits().maximumLabelLength()).isEqualTo(20);
        }
    }

    @Test
    void passesArgumentsToTheDriver() {
        var driver = new FakeJdbc();

        assertThatThrownBy(() -> builder(Map.of("sqlalchemy.connect_args.socketTimeout", "5")).build(driver))
                .isInstanceOf(RubedoException.class);

        assertThat(driver.log).containsExactly("target {socketTimeout=5}");
    }

    @Test
    void refusesAnUnknownKey() {
        assertThatThrownBy(() -> builder(Map.of("sqlalchemy.pool_sise", "3"))).isInstanceOf(RubedoException.class)
                .hasMessageStartingWith(
                        "The configuration entry \"sqlalchemy.pool_sise\" is not an option of an engine."
                                + " Its options are url,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool_size", "echo", "pool_pre_ping", "isolation_level", "pool_timeout", "poolclass",
            "future", "server_version"})
    void refusesAnInvalidValue(String key) {
        assertThatThrownBy(() -> builder(Map.of("sqlalchemy." + key, "maybe"))).isInstanceOf(RubedoException.class)
                .hasMessageStartingWith("The configuration entry \"sqlalchemy." + key
                        + "\" has the invalid value \"maybe\": ");
    }

    @Test
    void needsAUrl() {
        assertThatThrownBy(() -> Engine.builder(Map.of("rubedo.echo", "true"), "rubedo."))
                .isInstanceOf(RubedoException.class)
                .hasMessage("The configuration has no entry \"rubedo.url\". Add one with the database URL.");
    }
}
