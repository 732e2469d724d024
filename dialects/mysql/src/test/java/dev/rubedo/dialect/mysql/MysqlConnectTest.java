package dev.rubedo.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a failed attempt to connect says. */
@Databases({"mariadb", "mysql"})
class MysqlConnectTest {

    private static DatabaseUrl url(TestDatabase database) {
        var server = URI.create(database.url().substring("jdbc:".length()));
        var url = DatabaseUrl.forBackend(database.name()).withUser("root")
                .withHost(server.getHost(), server.getPort()).withDatabase(server.getPath().substring(1));
        for (String option : server.getQuery().split("&")) {
            if (!option.startsWith("user=")) {
                url = url.withOption(option.substring(0, option.indexOf('=')),
                        option.substring(option.indexOf('=') + 1));
            }
        }
        return url;
    }

    private static DatabaseException failure(DatabaseUrl url) {
        try (var engine = Engine.create(url)) {
            var failure = catchThrowableOfType(DatabaseException.class, engine::connect);
            assertThat(failure).as("no failure for " + url).isNotNull();
            assertThat(failure.getMessage()).doesNotContain("topsecret");
            return failure;
        }
    }

    @DatabaseTest
    void aServerThatIsDownRefusesTheConnection(TestDatabase database) throws IOException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        assertThat(failure(url(database).withHost("127.0.0.1", unused).withDatabase("shop")))
                .hasMessageStartingWith("Cannot connect to database \"shop\" at 127.0.0.1:" + unused
                        + " as user \"root\": nothing accepts connections there.");
    }

    @DatabaseTest
    void anUnknownHostIsNamed(TestDatabase database) {
        assertThat(failure(url(database).withHost("nosuchhost.invalid", 3306).withDatabase("shop")))
                .hasMessageStartingWith("Cannot connect to database \"shop\" at nosuchhost.invalid:3306 as user "
                        + "\"root\": the host name is unknown.");
    }

    @DatabaseTest
    void anUnknownDatabaseIsNamed(TestDatabase database) {
        assertThat(failure(url(database).withDatabase("nosuch")))
                .hasMessageStartingWith("Cannot connect to database \"nosuch\" at ")
                .hasMessageContaining(" as user \"root\": the server has no such database.");
    }

    @ParameterizedTest
    @CsvSource({"1045, 28000", "1044, 42000", "1698, 28000", "1130, HY000"})
    void aWrongPasswordIsSaidToBeWrong(int code, String state) {
        assertThat(MysqlErrorTranslator.INSTANCE.translateConnect(
                new SQLException("Access denied for user 'ann'@'localhost'", state, code), "database \"shop\" at db"))
                .hasMessageStartingWith(
                        "Cannot connect to database \"shop\" at db: the server does not accept the user "
                                + "or password. Check both, and the user's right to connect.\n  Driver: Access denied");
    }

    @DatabaseTest
    void aServerWithoutTrustedEncryptionIsATlsProblem(TestDatabase database) {
        assertThat(failure(url(database).withPassword("topsecret").withOption("sslMode",
                database.name().equals("mysql") ? "VERIFY_IDENTITY" : "verify-full")))
                .hasMessageContaining(": no encrypted connection could be negotiated.");
    }
}
