package dev.rubedo.dialect.mysql;

import static dev.rubedo.engine.ExecuteOption.generatedKeys;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.UUID;

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

    /** SQLAlchemy's URLs begin with mysql for both. */
    @DatabaseTest(only = "mariadb")
    void aServerOfMariadbIsRecognizedBehindAUrlOfMysql(TestDatabase database) {
        var server = url(database);
        var options = DatabaseUrl.forBackend("mysql").withUser("root").withHosts(server.hosts().get(0))
                .withDatabase(server.database()).withOption("sslMode", "DISABLED");
        try (var engine = Engine.create(options)) {
            checkMariadb(engine);
        }
        var source = new MysqlDataSource();
        source.setUrl("jdbc:mysql://" + server.host() + ":" + server.port().orElseThrow() + "/" + server.database());
        source.setUser("root");
        try (var engine = Engine.of(source)) {
            checkMariadb(engine);
        }
    }

    private static void checkMariadb(Engine engine) {
        var things = new MetaData().table("things", column("id", Types.BIGINT).primaryKey().autoincrement(true),
                column("name", Types.string(20)), column("key", Types.UUID).nullable());
        var id = things.column("id", Long.class);
        var name = things.column("name", String.class);
        var keys = things.column("key", UUID.class);
        var key = new UUID(1, 2);
        things.create(engine);
        engine.inTransaction(connection -> {
            var insert = insertInto(things).rows(List.of("a", "b"), (row, text) -> row.set(name, text).set(keys, key));
            assertThat(connection.execute(insert, generatedKeys()).insertedPrimaryKeys()).extracting(row -> row.get(id))
                    .containsExactly(1L, 2L);
            assertThat(connection.all(select(name).where(keys.eq(key)).orderBy(id)))
                    .containsExactly("a", "b");
        });
        assertThat(engine.dialect().name()).isEqualTo("mariadb");
        assertThat(engine.dialect().supports(Feature.SEQUENCES)).isTrue();
        assertThat(engine.dialect().supports(Feature.INSERT_RETURNING)).isFalse();
        assertThat(engine.inspect().columns("things").get(2).typeName()).isEqualTo("uuid");
        things.drop(engine);
    }
}
