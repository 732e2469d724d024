package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;

/** Literals mean what they say, whatever the server makes of a backslash. */
@Databases("postgresql")
class PostgresLiteralTest {

    private static final List<String> HOSTILE = List.of("'", "\\", "\\'", "'\\", "\\\\'", "\\'; DROP TABLE victims; --",
            "'; DROP TABLE victims; --", "\\\\'; DROP TABLE victims; --", "a\\nb", "\\x41", "\\101", "\\u0041", "E'",
            "E\\'",
            "$$", "\"", "\"; --", "--", "/*", "%s", "?", ":name", "{}", "\n", "\r\n", "\t", "ä\\'ö", "\\b\\f", "\\");

    @DatabaseTest
    void valuesAreTheSameWithAndWithoutStandardStrings(Engine engine) {
        Table victims = new MetaData().table("victims", column("id", Types.INTEGER));
        victims.create(engine);
        for (var setting : List.of("on", "off")) {
            for (var payload : HOSTILE) {
                engine.inTransaction(connection -> {
                    connection.execute(text("SET LOCAL standard_conforming_strings = " + setting));
                    check(connection, payload);
                });
            }
        }
        assertThat(engine.inspect().hasTable("victims")).isTrue();
    }

    private static void check(Connection connection, String payload) {
        assertThat(connection.execute(select(literal(payload))).one()).isEqualTo(payload);
        assertThat(connection.execute(select(literal(payload).eq(value(payload)))).one()).isTrue();
        byte[] bytes = payload.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(connection.execute(select(literal(bytes))).one()).isEqualTo(bytes);
        var document = Map.<String, Object>of(payload, payload);
        var json = literal((Map) document, PostgresJsonb.MAP);
        assertThat(connection.execute(select(json)).one()).isEqualTo(document);
        assertThat(connection
                .execute(select(new JsonAccess<>(json, List.of(payload), JsonAccess.Form.VALUE, Types.TEXT))).one())
                .isEqualTo(payload);

        Table kept = new MetaData().table("kept", column("id", Types.INTEGER),
                column("v", Types.TEXT).serverDefault(literal(payload)).nullable());
        connection.execute(new CreateTable(kept, List.of(), false));
        connection.execute(new SetTableComment(kept, payload));
        connection.execute(insertInto(kept).values(kept.column("id", Integer.class), 1));
        assertThat(connection.execute(select(kept.column("v"))).one()).isEqualTo(payload);
        assertThat(connection.execute(select(new JsonAccess<>(json, List.of(payload, 0), JsonAccess.Form.JSON,
                Types.json(Object.class)))).one()).isNull();
        assertThat(connection.inspect().table("kept").comment()).isEqualTo(payload);
        connection.execute(new DropTable(kept, false));
    }

    private static final class PostgresJsonb {
        static final dev.rubedo.type.SqlType<Map> MAP = dev.rubedo.dialect.postgresql.type.PostgresTypes
                .jsonb(Map.class);
    }
}
