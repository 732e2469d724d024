package dev.rubedo.dialect.postgresql;

import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Databases("postgresql")
class PostgresUrlTest {

    private static String jdbc(String url) {
        return new PostgresBackend().target(DatabaseUrl.of(url), Map.of()).url();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"postgresql://a:1,b:2/shop | jdbc:postgresql://a:1,b:2/shop",
            "postgresql:///shop?host=a:1&host=b:2 | jdbc:postgresql://a:1,b:2/shop",
            "postgresql:///shop?host=a,b&port=1,2 | jdbc:postgresql://a:1,b:2/shop",
            "postgresql:///shop?host=a&port=1&host=b&port=2 | jdbc:postgresql://a:1,b:2/shop",
            "postgresql:///shop?host=a&host=[::1]&port=7 | jdbc:postgresql://a:7,[::1]:7/shop",
            "postgresql:///shop?port=7 | jdbc:postgresql://localhost:7/shop",
            "postgresql://:7/shop | jdbc:postgresql://localhost:7/shop",
            "postgresql://a,:7/my%20shop%2Fx | jdbc:postgresql://a,localhost:7/my+shop%2Fx"})
    void severalHostsAreGivenToTheDriver(String url, String expected) {
        assertThat(jdbc(url)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://a/shop?host=b", "postgresql:///shop?host=a&port=1,2",
            "postgresql:///shop?host=a:1&port=2", "postgresql:///shop?host=/var/run/postgresql"})
    void contradictionsAreRefused(String url) {
        assertThatThrownBy(() -> jdbc(url)).isInstanceOf(RubedoException.class).hasMessageContaining(url);
    }

    @DatabaseTest
    void theSecondHostIsUsedIfTheFirstIsDown(TestDatabase database) throws IOException {
        var server = URI.create(database.url().substring("jdbc:".length()));
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        String name = server.getPath().substring(1);
        String url = "postgresql+asyncpg://postgres@/" + name + "?host=127.0.0.1:" + unused + "&host=127.0.0.1:"
                + server.getPort() + "&target_session_attrs=primary"
                // the driver avoids a host for some seconds after any failed connection, as other tests make them
                + "&hostRecheckSeconds=0";

        try (var engine = Engine.create(url)) {
            assertThat(engine.<Object, RuntimeException>fromTransaction(
                    connection -> connection.execute(text("SELECT current_database()")).one().get(1))).isEqualTo(name);
        }
    }

    @DatabaseTest
    void aDatabaseMayHaveAnyName(TestDatabase database) {
        var server = URI.create(database.url().substring("jdbc:".length()));
        var name = "100% +a?b#" + server.getPath().substring(1);
        var url = DatabaseUrl.forBackend("postgresql").withUser("postgres").withHost("127.0.0.1", server.getPort())
                .withDatabase("postgres");
        try (var admin = Engine.create(url)) {
            try (var connection = admin.connect()) {
                connection.options(options -> options.isolationLevel(dev.rubedo.backend.IsolationLevel.AUTOCOMMIT));
                connection.execute(text("CREATE DATABASE \"" + name + "\""));
            }
            try (var engine = Engine.create(url.withDatabase(name))) {
                assertThat(engine.<Object, RuntimeException>fromTransaction(
                        connection -> connection.execute(text("SELECT current_database()")).one().get(1)))
                        .isEqualTo(name);
            } finally {
                try (var connection = admin.connect()) {
                    connection.options(options -> options.isolationLevel(dev.rubedo.backend.IsolationLevel.AUTOCOMMIT));
                    connection.execute(text("DROP DATABASE \"" + name + "\""));
                }
            }
        }
    }
}
