package dev.rubedo.dialect.postgresql;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.Types;
import java.util.List;

@Databases("postgresql")
class PostgresReflectionTest {

    private static final String THINGS = """
            create table things (mood mood not null default 'ok', moods mood[], far app.far, other "Odd Name", a int4range,
              b inet, c jsonb, d json, e citext, f email, g tsvector, h xml, i money, j bit(8), k varbit(3), l cidr,
              m timestamptz(3), n timestamp, o time(2), p numeric(7,2), q numeric, r char(3), s varchar(9), t text[],
              u interval, v bytea, w uuid, x real, y double precision, z smallint, aa date, ab point, ac timetz,
              ad interval day to second(3), ae numeric(7,2)[], af char)
            """;

    private static void fill(Engine engine) {
        for (var sql : List.of("create extension if not exists citext",
                "create type mood as enum ('sad', 'ok', 'it''s')",
                "create schema if not exists app", "drop type if exists app.far cascade",
                "create type app.far as enum ('x')", "create type \"Odd Name\" as enum ('o')",
                "create domain email as varchar(50) check (value like '%@%')", THINGS)) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    @DatabaseTest
    void everyTypeIsDeclaredAgainAsItWas(Engine engine) {
        fill(engine);
        var before = types(engine);

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(types(engine)).isEqualTo(before);
    }

    private static List<String> types(Engine engine) {
        return engine.inspect().columns("things").stream().map(ReflectedColumn::typeName).toList();
    }

    @DatabaseTest
    void enumsAreReadWithTheirLabelsAndCompared(Engine engine) {
        fill(engine);
        var things = engine.reflect().require("things");
        var mood = things.column("mood", String.class);

        engine.inTransaction(connection -> connection.execute(insertInto(things).values(mood, "it's")
                .values(things.column("b", Inet.class), Inet.of("10.0.0.1"))));

        assertThat(things.column("mood").type()).isEqualTo(new LabelType("mood", "", List.of("sad", "ok", "it's")));
        assertThat(things.column("far").type()).isEqualTo(new LabelType("far", "app", List.of("x")));
        assertThat(things.column("moods").type())
                .isEqualTo(Types.array(new LabelType("mood", "", List.of("sad", "ok", "it's"))));
        assertThat(things.column("b").type()).isEqualTo(PostgresTypes.INET);
        List<String> read = engine
                .fromTransaction(connection -> connection.execute(select(mood).where(mood.eq("it's"))).all());
        assertThat(read).containsExactly("it's");
    }

    @DatabaseTest
    void namesOfOneTypeAreTheSame(Engine engine) {
        var types = engine.backend().schemaReader().types();

        assertThat(types.same(Types.timestampTz(3), types.read(ReflectedTypeName.of("timestamp(3) with time zone"))))
                .isTrue();
        assertThat(types.same(Types.json(Object.class).on("postgresql", PostgresTypes.jsonb(Object.class)),
                types.read(ReflectedTypeName.of("jsonb")))).isTrue();
        assertThat(types.same(Types.json(Object.class), types.read(ReflectedTypeName.of("jsonb")))).isFalse();
        assertThat(types.same(Types.array(Types.INTEGER), types.read(ReflectedTypeName.of("integer[]")))).isTrue();
        assertThat(types.same(Types.string(9), types.read(ReflectedTypeName.of("character varying(10)")))).isFalse();
    }
}
