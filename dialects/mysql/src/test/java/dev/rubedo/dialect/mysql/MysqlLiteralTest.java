package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;

/** Literals mean what they say, whatever mode the session is in. */
@Databases({"mariadb", "mysql"})
class MysqlLiteralTest {

    private static final List<String> HOSTILE = List.of("'", "\\", "\\'", "'\\", "\\\\'",
            "\\'; DROP TABLE victims; -- ",
            "'; DROP TABLE victims; -- ", "\\\\'; DROP TABLE victims; -- ", "a\\nb", "\\0", "\\Z", "\\%", "\\_",
            "\\u0041",
            "\"", "\\\"", "\"; -- ", "`", "#", "--", "/*", "/*!", "%s", "?", ":name", "{}", "\n", "\r\n", "\t", "ä\\'ö",
            "\\b\\f", "$", "$.a", "\".\"", "*", "**", "[0]");

    @DatabaseTest
    void valuesAreTheSameInEveryMode(TestDatabase database) {
        Table victims = new MetaData().table("victims", column("id", Types.INTEGER));
        victims.create(database.engine());
        for (var mode : List.of("", "NO_BACKSLASH_ESCAPES", "ANSI_QUOTES", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES")) {
            // the driver of MySQL learns the mode only when it connects, and would send texts as bytes in one of them
            var engine = database.newEngine(builder -> {
                builder.connectArgument("sessionVariables", "sql_mode='" + mode + "'");
                return database.name().equals("mysql") ? builder.connectArgument("useServerPrepStmts", true) : builder;
            });
            try (var connection = engine.connect()) {
                assertThat(String.valueOf(connection.execute(text("SELECT @@sql_mode")).one().get(1))).contains(mode);
                for (var payload : HOSTILE) {
                    check(connection, payload, mode);
                }
                connection.commit();
            }
        }
        assertThat(database.engine().inspect().hasTable("victims")).isTrue();
    }

    private static void check(Connection connection, String payload, String mode) {
        var description = payload + " in mode " + mode;
        assertThat(connection.execute(select(literal(payload))).one()).as(description).isEqualTo(payload);
        assertThat(connection.execute(select(literal(payload).eq(value(payload)))).one()).as(description).isTrue();

        Table kept = new MetaData().table("kept", column("id", Types.INTEGER),
                column("v", Types.string(100)).serverDefault(literal(payload)).nullable(),
                column("e", Types.labels("e", payload, "other")).nullable());
        connection.execute(new CreateTable(kept, List.of(), false));
        connection.execute(insertInto(kept).values(kept.column("id", Integer.class), 1)
                .values(kept.column("e", String.class), payload));
        assertThat(connection.execute(select(kept.column("v"))).one()).as(description).isEqualTo(payload);
        // the server takes spaces off the ends of labels
        assertThat(connection.execute(select(kept.column("e"))).one()).as(description)
                .isEqualTo(payload.replaceAll(" +$", ""));
        connection.execute(new DropTable(kept, false));

        var document = value(Map.<String, Object>of(payload, "found", "other", 1), Types.json(Object.class));
        assertThat(connection.execute(
                select(new JsonAccess<>(document, List.of(payload), JsonAccess.Form.VALUE, Types.TEXT))).one())
                .as("key %s", description).isEqualTo("found");
    }
}
