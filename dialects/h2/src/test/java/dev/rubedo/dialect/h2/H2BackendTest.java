package dev.rubedo.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.PoolTimeoutException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PooledConnection;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2BackendTest {

    @ParameterizedTest
    @CsvSource({"h2:///mem:shop, jdbc:h2:mem:shop", "h2:////var/shop, jdbc:h2:file:/var/shop",
            "h2:///shop, jdbc:h2:file:./shop",
            "h2://host:9092/shop, jdbc:h2:tcp://host:9092/shop", "jdbc:h2:mem:x;MODE=MySQL, jdbc:h2:mem:x;MODE=MySQL"})
    void aUrlSaysWhereTheDatabaseIs(String url, String jdbc) {
        assertThat(new H2Backend().target(DatabaseUrl.of(url), Map.of()).url()).isEqualTo(jdbc);
    }

    @Test
    void userAndPasswordAreTheOnlyPropertiesForH2IgnoresOthersThatItDoesNotKnow() {
        var target = new H2Backend().target(DatabaseUrl.of("h2://sa:p%40ss@host/shop"),
                Map.of("access_mode_data", "r"));

        assertThat(target.properties()).containsOnly(Map.entry("user", "sa"), Map.entry("password", "p@ss"));
        assertThat(target.url()).isEqualTo("jdbc:h2:tcp://host/shop;ACCESS_MODE_DATA=r");
        assertThat(target.toString()).doesNotContain("p@ss");
    }

    @Test
    void aDataSourceOfOthersIsUsedAsItIs() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:borrowed;DB_CLOSE_DELAY=-1");
        var metadata = new MetaData();
        var notes = metadata.table("notes", Column.column("id", Types.INTEGER).primaryKey(),
                Column.column("text", Types.TEXT));

        try (var engine = Engine.of(source)) {
            metadata.createAll(engine);
            engine.inTransaction(connection -> connection
                    .execute(Sql.insertInto(notes).values(notes.column("text", String.class), "hello")));

            assertThat(engine.dialect().name()).isEqualTo("h2");
            String text = engine.fromTransaction(
                    connection -> connection.one(Sql.select(notes.column("text", String.class))));
            assertThat(text).isEqualTo("hello");
        }
    }

    @Test
    void aPoolIsOfUseWithoutAnEngine() throws SQLException {
        var pool = Engine.builder("h2:///mem:pool-only").poolSize(1).maxOverflow(0).poolTimeout(Duration.ofSeconds(1))
                .buildPool();
        var connection = pool.checkOut();
        try (var statement = connection.jdbc().createStatement(); var rows = statement.executeQuery("SELECT 7")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class);
        pool.checkIn(connection);
        assertThat(pool.status().idle()).isEqualTo(1);
        pool.close();
    }

    @Test
    void aDataSourceTakesAllOptionsAndAPoolOverIt() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:pooled;DB_CLOSE_DELAY=-1;USER=ann;PASSWORD=secret");
        var opened = new AtomicInteger();

        try (var engine = Engine.builder(source).credentials("ann", "secret").poolSize(1).maxOverflow(0)
                .poolTimeout(Duration.ofSeconds(1)).isolationLevel(IsolationLevel.SERIALIZABLE).build()) {
            engine.listenToPool(new PoolListener() {
                @Override
                public void afterConnect(PooledConnection connection) {
                    opened.incrementAndGet();
                }
            });
            for (int i = 0; i < 3; i++) {
                try (var connection = engine.connect()) {
                    assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.SERIALIZABLE);
                    assertThatThrownBy(engine::connect).isInstanceOf(PoolTimeoutException.class);
                }
            }

            assertThat(opened).hasValue(1);
            assertThat(engine.toString()).contains("jdbc:h2:mem:pooled").doesNotContain("secret");
        }
    }

    @Test
    void credentialsOfTheEngineAreThoseOfTheDataSource() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:credentials;DB_CLOSE_DELAY=-1");
        source.setUser("ann");
        source.setPassword("secret");
        Engine.of(source).connect().close();

        assertThatThrownBy(() -> Engine.builder(source).credentials("ann", "wrong").build().connect())
                .isInstanceOf(RubedoException.class).hasMessageContaining("Wrong user name or password");
        assertThatThrownBy(() -> Engine.builder(source).connectArgument("a", "b"))
                .isInstanceOf(RubedoException.class).hasMessageContaining("DataSource");
    }

    @Test
    void anEngineOverADataSourceConnectsWhenItIsUsed() {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:not-there-yet;IFEXISTS=TRUE");

        try (var engine = Engine.builder(source).poolSize(1).maxOverflow(0).build()) {
            assertThat(engine.toString()).isEqualTo("Engine[a data source]");
            assertThat(engine.poolStatus().idle()).isZero();
            for (var use : List.<ThrowingCallable>of(engine::connect, engine::dialect, engine::url, engine::connect)) {
                assertThatThrownBy(use).isInstanceOf(RubedoException.class)
                        .hasMessageContaining("The data source returned no connection: Database \"mem:not-there-yet\"");
            }

            source.setURL("jdbc:h2:mem:not-there-yet;DB_CLOSE_DELAY=-1");

            assertThat(engine.dialect().name()).isEqualTo("h2");
            assertThat(engine.toString()).isEqualTo("Engine[jdbc:h2:mem:not-there-yet]");
            assertThat(engine.poolStatus().checkedOut()).isZero();
        }
    }

    @Test
    void aFailedAttemptToConnectSaysWhy() throws SQLException {
        var source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:guarded;DB_CLOSE_DELAY=-1");
        source.setUser("ann");
        source.setPassword("right");
        source.getConnection().close();

        try (var engine = Engine.create("h2://bea:topsecret@/mem:guarded")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageStartingWith(
                            "Cannot connect to database \"mem:guarded\" (h2) as user \"bea\": the server "
                                    + "does not accept the user or password.")
                    .hasMessageNotContaining("topsecret");
        }
        try (var engine = Engine.create("h2:///mem:nosuch?ifexists=true")) {
            assertThatThrownBy(engine::connect).hasMessageContaining("the server has no such database.");
        }
        try (var engine = Engine.create("h2://127.0.0.1:1/shop")) {
            assertThatThrownBy(engine::connect).hasMessageStartingWith(
                    "Cannot connect to database \"shop\" at 127.0.0.1:1: nothing accepts connections there.");
        }
    }

    @Test
    void aMessageOfTheDriverIsShownWithoutThePassword() {
        try (var engine = Engine.create("jdbc:h2:shop;USER=me;PASSWORD=topsecret")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("\"jdbc:h2:shop;USER=me;PASSWORD=***\"").satisfies(e -> {
                        assertThat(e.toString()).doesNotContain("topsecret");
                        assertThat(String.valueOf(e.getCause())).doesNotContain("topsecret");
                    });
        }
    }
}
