package dev.rubedo.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServersTest {

    private static final TestServers SERVERS = TestServers.discover();

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    @ParameterizedTest
    @MethodSource("names")
    void spacesAreEmptyAndApart(String name) throws SQLException {
        DatabaseServer server = SERVERS.server(name);

        try (DatabaseSpace first = server.open("servers_test_1");
                DatabaseSpace second = server.open("servers_test_2")) {
            execute(first.url(), "CREATE TABLE t (a INTEGER)");
            execute(second.url(), "CREATE TABLE t (b INTEGER)");
            execute(first.url(), "INSERT INTO t (a) VALUES (1)");
        }
        try (DatabaseSpace again = server.open("servers_test_1")) {
            assertThatThrownBy(() -> execute(again.url(), "SELECT a FROM t")).isInstanceOf(SQLException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDescriptionNamesProductAndVersion(String name) {
        assertThat(SERVERS.server(name).description()).containsIgnoringCase(name)
                .matches("\\w+ \\d+\\.\\d+.* \\(.+\\)");
    }

    static List<String> names() {
        return SERVERS.select(List.of(), List.of());
    }

    private static void execute(String url, String sql) throws SQLException {
        try (java.sql.Connection connection = DriverManager.getConnection(url);
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
