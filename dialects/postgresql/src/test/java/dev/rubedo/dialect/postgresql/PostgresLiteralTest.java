package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.CompileException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.DropTable;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableItem;
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
            "$$", "\"", "\"; --", "--", "/*", "%s", "?", ":name", "{}", "\n", "\r\n", "\t", "ä\\'ö", "\\b\\f", "\\\n'",
            "$$; DROP TABLE victims; --", "$a$'$a$", "日本語 '😀\\", "\u2028'", "\u02bc\uff07", "U&'\\0027'", "\\");

    private static final Table BARE = new MetaData().table("kept", column("id", Types.INTEGER),
            column("v", Types.TEXT));

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

    @DatabaseTest
    void definitionsAreTheSameWithAndWithoutStandardStrings(Engine engine) {
        Table victims = new MetaData().table("victims", column("id", Types.INTEGER));
        victims.create(engine);
        for (var setting : List.of("on", "off")) {
            for (var payload : HOSTILE) {
                engine.inTransaction(connection -> {
                    connection.execute(text("SET LOCAL standard_conforming_strings = " + setting));
                    checkConstraint(connection, payload);
                    checkIndexCondition(connection, payload);
                    checkColumnComment(connection, payload);
                });
            }
        }
        assertThat(engine.inspect().hasTable("victims")).isTrue();
    }

    @DatabaseTest
    void textWithANulCharacterIsRefusedInDefinitions(Engine engine) {
        var value = BARE.column("v", String.class);
        for (TableItem item : List.of(CheckConstraint.of(value.ne("a\0b")), Index.on("id").where(value.eq("a\0b")),
                column("w", Types.TEXT).comment("a\0b"))) {
            var table = new MetaData().table("kept", column("id", Types.INTEGER), column("v", Types.TEXT), item);
            assertThatThrownBy(() -> table.create(engine))
                    .isInstanceOf(CompileException.class).hasMessageContaining("NUL character");
        }
    }

    private static void checkConstraint(Connection connection, String payload) {
        var kept = new MetaData().table("kept", column("v", Types.TEXT),
                CheckConstraint.of(BARE.column("v", String.class).in(List.of(payload, "other"))).named("ck"));
        var value = kept.column("v", String.class);
        kept.create(connection);
        connection.execute(insertInto(kept).values(value, payload));
        connection.execute(insertInto(kept).values(value, "other"));

        assertThatThrownBy(() -> connection.inSavepoint(
                () -> connection.execute(insertInto(kept).values(value, payload + "x"))))
                .as("CHECK with %s", payload).isInstanceOf(CheckViolationException.class);
        assertThat(connection.execute(select(value)).all()).containsExactly(payload, "other");
        connection.execute(new DropTable(kept, false));
    }

    private static void checkIndexCondition(Connection connection, String payload) {
        var kept = new MetaData().table("kept", column("id", Types.INTEGER), column("v", Types.TEXT),
                Index.on("id").named("ix").unique().where(BARE.column("v", String.class).eq(payload)));
        var id = kept.column("id", Integer.class);
        var value = kept.column("v", String.class);
        kept.create(connection);
        connection.execute(insertInto(kept).values(id, 1).values(value, payload));
        connection.execute(insertInto(kept).values(id, 1).values(value, payload + "x"));
        connection.execute(insertInto(kept).values(id, 1).values(value, payload + "x"));

        assertThatThrownBy(() -> connection.inSavepoint(
                () -> connection.execute(insertInto(kept).values(id, 1).values(value, payload))))
                .as("index of rows with %s", payload).isInstanceOf(UniqueViolationException.class);
        connection.execute(new DropTable(kept, false));
    }

    private static void checkColumnComment(Connection connection, String payload) {
        var kept = new MetaData().table("kept", column("v", Types.TEXT).comment(payload), column("w", Types.TEXT));
        kept.create(connection);
        connection.execute(new SetColumnComment(kept.column("w"), payload));

        assertThat(connection.inspect().table("kept").columns()).extracting(ReflectedColumn::comment)
                .containsExactly(payload, payload);
        connection.execute(new DropTable(kept, false));
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
