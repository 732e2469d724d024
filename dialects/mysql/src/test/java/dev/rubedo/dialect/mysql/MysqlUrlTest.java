package dev.rubedo.dialect.mysql;

import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;

@Databases({"mariadb", "mysql"})
class MysqlUrlTest {

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

    private static Object database(Engine engine) {
        return engine.<Object, RuntimeException>fromTransaction(
                connection -> connection.execute(text("SELECT DATABASE()")).one().get(1));
    }

    @DatabaseTest
    void aDatabaseMayHaveAnyName(TestDatabase database) {
        var name = "100% a+b#" + url(database).database();
        try (var admin = Engine.create(url(database))) {
            admin.inTransaction(connection -> connection.execute(text("CREATE DATABASE `" + name + "`")));
            try (var engine = Engine.create(url(database).withDatabase(name))) {
                assertThat(database(engine)).isEqualTo(name);
            } finally {
                admin.inTransaction(connection -> connection.execute(text("DROP DATABASE `" + name + "`")));
            }
        }
    }

    @DatabaseTest
    void theSecondHostIsUsedIfTheFirstIsDown(TestDatabase database) throws IOException {
        int unused;
        try (var socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }
        var url = url(database);
        var both = url.withHosts(new DatabaseUrl.Host(url.host(), unused), url.hosts().get(0));

        try (var engine = Engine.create(both)) {
            assertThat(database(engine)).isEqualTo(url.database());
        }
    }
}
