package dev.rubedo.dialect.h2;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.ArrayType;
import dev.rubedo.type.Types;
import java.util.List;
import org.assertj.core.groups.Tuple;

@Databases("h2")
class H2ReflectionTest {

    private static void run(Engine engine, String... statements) {
        for (var sql : statements) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    @DatabaseTest
    void anIndexThatMetadataCannotHoldIsLeftOutAndSaysWhy(Engine engine) {
        run(engine, "create table t (a int, b varchar(20), c int, g geometry)",
                "create index plain on t (a nulls last, b desc nulls first)",
                "create unique index carrying on t (a) include (c)",
                "create spatial index places on t (g)", "create hash index hashed on t (b)",
                "create unique nulls not distinct index nulls on t (c)");

        var indexes = engine.inspect().indexes("t");

        assertThat(indexes).extracting(ReflectedIndex::name, ReflectedIndex::unmodelled).containsExactly(
                Tuple.tuple("carrying", "INCLUDE [c]"), Tuple.tuple("hashed", "it is a HASH INDEX"),
                Tuple.tuple("nulls", "NULLS NOT DISTINCT"), Tuple.tuple("places", "it is a SPATIAL INDEX"),
                Tuple.tuple("plain", ""));
        var found = engine.reflect();
        assertThat(found.require("t").indexes()).extracting(Index::name).containsExactly("plain");
        found.require("t").drop(engine);
        run(engine, "create table t (a int, b varchar(20))", found.require("t").indexes().stream()
                .map(index -> engine.dialect().compile(new dev.rubedo.schema.CreateIndex(index, false))).findFirst()
                .orElseThrow());
        assertThat(engine.inspect().indexes("t")).isEqualTo(List.of(indexes.get(4)));
    }

    @DatabaseTest
    void columnsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, """
                create table a (id bigint generated always as identity (start with 100 increment by 10) primary key,
                  price numeric(10,2) not null default 9.5, gross numeric(12,2) generated always as (price * 2),
                  code varchar(10) default 'a''b' on update 'c', at timestamp default current_timestamp not null)
                """, "comment on column a.code is 'the code'",
                "create table b (id int auto_increment primary key)");
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns().get(0).identity()).isEqualTo(new Identity(true, 100, 10));
        assertThat(before.get(0).columns().get(3).onUpdate()).isEqualTo("'c'");

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
    }

    @DatabaseTest
    void typesKeepTheirArguments(Engine engine) {
        run(engine, """
                create table a (t time(3), tt time(2) with time zone, s timestamp(2), tz timestamp(3) with time zone,
                  d decfloat(10), e decfloat, v varchar_ignorecase(10), w varchar_ignorecase)
                """);
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns()).extracting(column -> engine.dialect().typeName(column.type()))
                .containsExactly("TIME(3)", "TIME(2) WITH TIME ZONE", "TIMESTAMP(2)", "TIMESTAMP(3) WITH TIME ZONE",
                        "DECFLOAT(10)", "DECFLOAT", "VARCHAR_IGNORECASE(10)", "VARCHAR_IGNORECASE");

        createAgain(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
        assertThat(engine.reflect().require("a").column("v").type().javaType()).isEqualTo(String.class);
    }

    @DatabaseTest
    void constraintsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table p (id int primary key)", """
                create table a (id int primary key, n int check (n > 0), code varchar(9) unique, p int,
                  constraint low check (id < n or code = 'a''b'), constraint to_p foreign key (p) references p (id)
                  on delete set null on update cascade)
                """, "comment on table a is 'It''s a table'");
        var before = engine.inspect().tables();
        assertThat(before.get(0).checks()).hasSize(2);

        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);

        assertThat(engine.inspect().tables()).isEqualTo(before);
    }

    @DatabaseTest
    void arraysAndEnumerationsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table t (id int primary key, a int array, b varchar(20) array, e enum('a', 'it''s'))");
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns()).extracting(column -> engine.dialect().typeName(column.type()))
                .containsExactly("INTEGER", "INTEGER ARRAY", "VARCHAR(20) ARRAY", "ENUM('a', 'it''s')");

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison().isEqualTo(before);
    }

    @DatabaseTest
    void intervalsAreReadWithTheirFields(Engine engine) {
        run(engine,
                "create table t (a interval day to second, b interval day(18) to second(9) array, c interval year)");

        var columns = engine.inspect().columns("t");
        assertThat(columns.get(0).type()).isEqualTo(Types.INTERVAL);
        assertThat(columns.get(1).type()).isEqualTo(new ArrayType<>(Types.INTERVAL));
        assertThat(engine.dialect().typeName(columns.get(2).type())).isEqualTo("INTERVAL YEAR");
    }

    private static void createAgain(Engine engine) {
        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);
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

    /** Until the database is opened again, its catalog reports the old names. */
    @DatabaseTest
    void constraintsHaveTheirColumnsByTheNamesThatTheyWereGivenLast(Engine engine) {
        run(engine,
                "create table p (a int, b int, c int, constraint uq_p unique (b, a), constraint pk_p primary key (c))",
                "create table q (x int, y int, z int, constraint fk_p foreign key (y, x) references p (b, a), "
                        + "constraint fk_pk foreign key (z) references p (c))",
                "alter table p alter column a rename to a2", "alter table p alter column c rename to c2",
                "alter table q alter column y rename to y2");

        var found = engine.inspect();

        assertThat(found.uniqueConstraints("p").get(0).columns()).containsExactly("b", "a2");
        assertThat(found.table("p").primaryKey().columns()).containsExactly("c2");
        assertThat(found.foreignKeys("q")).extracting(key -> key.name(), key -> key.columns(),
                key -> key.referredColumns()).containsExactly(
                        Tuple.tuple("fk_p", List.of("y2", "x"), List.of("b", "a2")),
                        Tuple.tuple("fk_pk", List.of("z"), List.of("c2")));
        assertThat(engine.reflect().tables()).hasSize(2);
    }
}
