package dev.rubedo.dialect.postgresql;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedTypeName;
import dev.rubedo.schema.Identity;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.LabelType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;

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

    @DatabaseTest
    void indexesAreCreatedAgainAsTheyWere(Engine engine) {
        for (var sql : List.of(
                "create table docs (id int primary key, name text, note varchar(20), body jsonb, n int, tags text[], at timestamptz)",
                "create index docs_ops on docs (name text_pattern_ops desc nulls last, n)",
                "create index docs_lower on docs (lower(name) text_pattern_ops, (n + 1) desc)",
                "create unique index docs_coll on docs (name collate \"C\", upper(note) collate \"POSIX\") include (id, at)",
                "create index docs_json on docs using gin (body jsonb_path_ops) where body ? 'a' and n > 3",
                "create index docs_tags on docs using gin (tags) with (fastupdate = off)",
                "create index docs_note on docs (note varchar_pattern_ops) with (fillfactor = 70)",
                "create index docs_brin on docs using brin (at) with (pages_per_range = 16)",
                "create unique index docs_nulls on docs (n) nulls not distinct",
                "create index docs_first on docs (n nulls first, at desc)")) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
        var before = definitions(engine);
        var records = engine.inspect().indexes("docs");

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(definitions(engine)).hasSize(10).isEqualTo(before);
        assertThat(engine.inspect().indexes("docs")).isEqualTo(records);
    }

    private static List<Object> definitions(Engine engine) {
        return engine.fromTransaction(connection -> connection.execute(
                text("select indexdef from pg_indexes where tablename = 'docs' order by indexname")).all()).stream()
                .map(row -> row.get(1)).toList();
    }

    @DatabaseTest
    void anIndexWhoseOperatorClassesMetadataCannotHoldIsLeftOut(Engine engine) {
        for (var sql : List.of("create table docs (id int primary key, name text)",
                "create index docs_twice on docs (name text_pattern_ops, name text_ops)",
                "create index docs_both on docs (name text_pattern_ops, name collate \"C\")")) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }

        assertThat(engine.inspect().indexes("docs")).hasSize(2);
        assertThat(engine.inspect().indexes("docs"))
                .allSatisfy(index -> assertThat(index.unmodelled()).contains("text_pattern_ops"));
        assertThat(engine.reflect().require("docs").indexes()).isEmpty();
    }

    @DatabaseTest
    void columnsAreCreatedAgainAsTheyWere(Engine engine) {
        for (var sql : List.of("""
                create table a (id bigint generated always as identity (start with 100 increment by 10) primary key,
                  n int generated by default as identity, price numeric(10,2) not null default 9.5,
                  gross numeric(12,2) generated always as (price * 1.19) stored, code varchar(10) collate "C" default 'a''b',
                  note text collate "POSIX", at timestamptz not null default now(), name citext collate "C",
                  escaped text default '\\\\:x', seen boolean default false, tags text[] default '{a,b}')
                """, "comment on column a.code is 'the ''code'' of it'",
                "create table b (id serial primary key, x smallint)", "create table c (id smallint primary key)")) {
            engine.inTransaction(connection -> connection.execute(text(sql.startsWith("create table a")
                    ? "create extension if not exists citext; " + sql : sql)));
        }
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns().get(0).identity()).isEqualTo(new Identity(true, 100, 10));
        assertThat(before.get(1).columns().get(0).identity()).isNull();

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
        var a = engine.reflect().require("a");
        engine.inTransaction(connection -> connection
                .execute(insertInto(a).values(a.column("price", java.math.BigDecimal.class),
                        new java.math.BigDecimal("100"))));
        assertThat(engine
                .fromTransaction(
                        connection -> connection.execute(text("select id, n, gross, code, escaped from a")).one())
                .toString()).contains("100", "1", "119.00", "a'b", "\\:x");
    }

    @DatabaseTest
    void constraintsAreCreatedAgainAsTheyWere(Engine engine) {
        for (var sql : List.of("create table p (id int constraint p_key primary key, x int, y int, unique (x, y))", """
                create table a (id int primary key, n int constraint positive check (n > 0), code text check (code <> 'a''b'),
                  p int constraint to_p references p on delete set null on update restrict deferrable initially deferred,
                  x int, y int, constraint low check (x < y or n is null), constraint one_code unique (code) deferrable,
                  constraint xy foreign key (x, y) references p (x, y) on delete cascade, check (true))
                """, "comment on table a is 'It''s a table'",
                "create table e (r int4range, exclude using gist (r with &&))")) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
        var before = engine.inspect().tables();
        assertThat(before.get(0).checks()).hasSize(4);
        assertThat(before.get(1).exclusions()).singleElement()
                .satisfies(each -> assertThat(each.definition()).isEqualTo("USING gist (r WITH &&)"));

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().table("a")).isEqualTo(before.get(0));
        assertThat(engine.inspect().table("e")).isEqualTo(before.get(1));
        assertThat(engine.inspect().table("p")).isEqualTo(before.get(2));
    }

    @DatabaseTest
    void optionsOfTablesAndParentsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table z (id integer primary key) with (fillfactor=70)",
                "create table a (n integer) inherits (z)",
                "create table parted (id integer not null, day date not null) partition by range (day)",
                "create table part_1 partition of parted for values from ('2024-01-01') to ('2025-01-01')",
                "create unlogged table fast (id integer, big text)",
                "alter table fast alter column big set storage external");
        var before = engine.inspect().tables();
        assertThat(before).extracting(table -> table.name() + table.options() + table.parents() + table.unmodelled())
                .containsExactly("a{postgresql.inherits=z}[z][]",
                        "fast{}[][UNLOGGED, storage or compression of big]",
                        "parted{postgresql.partition_by=RANGE (day)}[][its partitions part_1]",
                        "z{postgresql.with=fillfactor=70}[][]");

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*unmodelled.*").isEqualTo(before);
    }

    @DatabaseTest
    void enumsAndMaterializedViewsAreListed(Engine engine) {
        run(engine, "create type moods as enum ('good', 'bad')", "create table t (id integer)",
                "create materialized view m as select id from t", "create temporary view tv as select 1 as one");
        try {
            assertThat(engine.inspect().enums("")).containsExactly(
                    new dev.rubedo.type.LabelType("moods", "", java.util.List.of("good", "bad")));
            assertThat(engine.inspect().materializedViewNames()).containsExactly("m");
            assertThat(engine.inspect().viewNames()).isEmpty();
            assertThat(engine.inspect().viewDefinition("m")).contains("SELECT").doesNotEndWith(";");
        } finally {
            run(engine, "drop materialized view m", "drop type moods");
        }
    }

    private static void run(Engine engine, String... statements) {
        for (var sql : statements) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    private static void createAgain(Engine engine) {
        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);
    }

    @DatabaseTest
    void constraintsAndTheirOptionsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table p (a integer, b integer, c integer, constraint pk_p primary key (a, b) include (c))",
                "create table late_key (id integer primary key deferrable)",
                """
                create table t (id integer, a integer, b integer, period tstzrange, n integer,
                  constraint uq unique nulls not distinct (a) include (b, n) deferrable initially deferred,
                  constraint fk foreign key (a, b) references p (a, b) on delete set null (b) on update cascade,
                  constraint ck check (n > 0) no inherit,
                  constraint ex exclude using gist (period with &&, int4range(a, b) with &&) where (n > 5) deferrable)
                """, "alter table t add constraint late check (n < 100) not valid",
                "comment on constraint ck on t is 'it''s checked'", "comment on constraint pk_p on p is 'key'");
        var before = engine.inspect().tables();
        assertThat(before.get(1).primaryKey().details().comment()).isEqualTo("key");
        assertThat(before.get(2).checks()).extracting(check -> check.name() + check.details().options())
                .containsExactly("ck{postgresql.no_inherit=true}", "late{postgresql.not_valid=true}");
        assertThat(before.get(2).uniqueConstraints().get(0).details().options())
                .containsEntry("postgresql.include", "b, n").containsEntry("postgresql.nulls_not_distinct", "true");
        assertThat(before.get(2).foreignKeys().get(0).details().options())
                .containsExactly(Map.entry("postgresql.set_columns", "b"));
        assertThat(before.get(2).unmodelled()).isEmpty();
        assertThat(before.get(2).exclusions()).hasSize(1);

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*not_valid.*")
                .isEqualTo(before);
    }

    @DatabaseTest
    void allOptionsOfAnIdentityAreCreatedAgain(Engine engine) {
        run(engine, """
                create table counted (id integer generated by default as identity
                  (start with 10 increment by 5 minvalue 5 maxvalue 5000 cache 7 cycle) primary key)
                """);
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns().get(0).identity()).isEqualTo(
                new dev.rubedo.schema.Identity(false, 10, 5).between(5L, 5000L).caching(7).cycling());

        createAgain(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
    }
}
