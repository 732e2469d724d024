package dev.rubedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PooledConnection;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;

/** What a failed attempt to connect says. */
@Databases("postgresql")
class PostgresConnectTest {

    private static DatabaseUrl url(TestDatabase database) {
        var server = URI.create(database.url().substring("jdbc:".length()));
        return DatabaseUrl.forBackend("postgresql").withUser("postgres").withPassword("topsecret")
                .withHost("127.0.0.1", server.getPort()).withDatabase(server.getPath().substring(1));
    }

    private static DatabaseException failure(DatabaseUrl url) {
        try (var engine = Engine.create(url)) {
            var failure = catchThrowableOfType(DatabaseException.class, engine::connect);
            assertThat(failure).as("no failure for " + url).isNotNull();
            assertThat(failure.getMessage()).doesNotContain("topsecret");
            return failure;
        }
    }

    /** A session that a user changed is reset before the next one gets it. */
    @DatabaseTest(only = "postgresql")
    void sessionsAreResetOnTheirWayBack(TestDatabase database) {
        var engine = database.newEngine(options -> options.poolSize(1).maxOverflow(0));
        engine.listenToPool(new PoolListener() {
            @Override
            public void afterCheckIn(PooledConnection connection) {
                try (var statement = connection.jdbc().createStatement()) {
                    connection.jdbc().setAutoCommit(true);
                    statement.execute("DISCARD ALL");
                    connection.jdbc().setAutoCommit(false);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        engine.inTransaction(connection -> {
            connection.executeDriverSql("SET my.tenant = 'acme'", List.of());
            connection.executeDriverSql("CREATE TEMPORARY TABLE scratch (id INTEGER)", List.of());
        });

        engine.inTransaction(connection -> {
            assertThat(connection.executeDriverSql("SELECT current_setting('my.tenant', true)", List.of()).one().get(1))
                    .isNotEqualTo("acme");
            assertThat(connection.executeDriverSql("SELECT to_regclass('pg_temp.scratch')::text", List.of()).one()
                    .get(1)).isNull();
        });
    }

    @DatabaseTest
    void aServerThatIsDownRefusesTheConnection(TestDatabase database) throws IOException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        assertThat(failure(url(database).withHost("127.0.0.1", unused).withDatabase("shop")))
                .isInstanceOf(DisconnectedException.class)
                .hasMessageStartingWith("Cannot connect to database \"shop\" at 127.0.0.1:" + unused
                        + " as user \"postgres\": nothing accepts connections there. Check host and port, and that the "
                        + "server is running.\n  Driver: ");
    }

    @DatabaseTest
    void anUnknownHostIsNamed(TestDatabase database) {
        assertThat(failure(url(database).withHost("nosuchhost.invalid", 5432).withDatabase("shop")))
                .hasMessageStartingWith("Cannot connect to database \"shop\" at nosuchhost.invalid:5432 as user "
                        + "\"postgres\": the host name is unknown.");
    }

    @DatabaseTest
    void anUnknownDatabaseIsNamed(TestDatabase database) {
        assertThat(failure(url(database).withDatabase("nosuch")))
                .hasMessageStartingWith("Cannot connect to database \"nosuch\" at 127.0.0.1:")
                .hasMessageContaining(" as user \"postgres\": the server has no such database.");
    }

    @DatabaseTest
    void anUnknownUserIsNamed(TestDatabase database) {
        assertThat(failure(url(database).withUser("nosuch"))).hasMessageContaining(
                " as user \"nosuch\": the server does not accept the user or password.");
    }

    @DatabaseTest
    void aServerWithoutTlsIsSaidToHaveNone(TestDatabase database) {
        assertThat(failure(url(database).withOption("sslmode", "require")))
                .hasMessageContaining(": no encrypted connection could be negotiated.");
    }

    @DatabaseTest
    void aJdbcUrlIsTakenApart(TestDatabase database) {
        assertThat(failure(DatabaseUrl.of("jdbc:postgresql://127.0.0.1:" + url(database).port().getAsInt()
                + "/nosuch?user=postgres&password=topsecret"))).hasMessageStartingWith(
                        "Cannot connect to database \"nosuch\" at 127.0.0.1:" + url(database).port().getAsInt()
                                + " as user \"postgres\": the server has no such database.");
    }
}
