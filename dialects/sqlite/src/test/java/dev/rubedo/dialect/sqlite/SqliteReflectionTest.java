package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.reflect.ReflectedCheckConstraint;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.schema.Computed;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import java.util.Map;
import org.assertj.core.groups.Tuple;

@Databases("sqlite")
class SqliteReflectionTest {

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
    void indexesAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table t (id integer primary key, \"the (name)\" text, code text, n integer, deleted text)",
                "create index t_lower on t (lower(code) desc, n, substr(code, 1, 2) collate nocase)",
                "create unique index [odd (index)] on \"t\" (\"the (name)\" collate nocase desc /* (, */, n asc) -- it's (odd) where",
                """
                create unique index t_code on t(code) -- of those (that are) left
                WHERE deleted is null and code not in ('where', ')') /* so */ and n > 0
                """);
        var before = engine.inspect().indexes("t");
        assertThat(before).hasSize(3);
        assertThat(before.get(0).terms()).extracting(ReflectedIndexTerm::text, ReflectedIndexTerm::collation)
                .containsExactly(Tuple.tuple("the (name)", "nocase"), Tuple.tuple("n", ""));
        assertThat(before.get(1).condition())
                .isEqualTo("deleted is null and code not in ('where', ')') and n > 0");
        assertThat(before.get(2).columns()).containsExactly("lower(code)", "n", "substr(code, 1, 2) collate nocase");

        createAgain(engine);

        assertThat(engine.inspect().indexes("t")).usingRecursiveComparison().isEqualTo(before);
        run(engine, "insert into t values (1, 'a', 'x', 1, 'gone'), (2, 'b', 'x', 1, 'gone'), (3, 'c', 'x', 1, null)");
        assertThatThrownBy(() -> run(engine, "insert into t values (4, 'd', 'x', 1, null)"))
                .isInstanceOf(UniqueViolationException.class);
        assertThatThrownBy(() -> run(engine, "insert into t values (4, 'C', 'y', 1, null)"))
                .isInstanceOf(UniqueViolationException.class);
    }

    @DatabaseTest
    void columnsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, """
                create table a (id integer primary key, price numeric(10,2) not null default 9.5 /* , the price (net) */,
                  gross numeric(12,2) generated always as (price * 2) stored, net int as (price / 2), -- a comment, (
                  "code, (x)" varchar(10) default 'a''b' collate nocase, note text collate rtrim, at text not null default (date('now')),
                  checked int check (checked > 0))
                """);
        var before = engine.inspect().tables();
        assertThat(before.get(0).columns()).extracting(ReflectedColumn::computed).startsWith(null, null,
                new Computed("price * 2", Computed.Storage.STORED),
                new Computed("price / 2", Computed.Storage.VIRTUAL));
        assertThat(before.get(0).columns().get(4).collation()).isEqualTo("nocase");

        createAgain(engine);

        // SQLite keeps the spelling of a type
        assertThat(engine.inspect().tables()).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*typeName")
                .isEqualTo(before);
        run(engine, "insert into a (price) values (10)");
        Object row = engine.fromTransaction(connection -> connection
                .execute(text("select gross || '|' || net || '|' || (\"code, (x)\" = 'A''B') from a")).one().get(1));
        assertThat(row).isEqualTo("20|5|1");
    }

    @DatabaseTest
    void constraintsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, "create table p (id integer primary key autoincrement) strict", """
                create table a (id integer primary key, n int constraint positive check (n > 0) check (n <> 13),
                  p integer references p on delete set null deferrable initially deferred, x int,
                  constraint low check (id < n or ',)' = ''), constraint to_p foreign key (x) references p (id) on update restrict)
                """, "create table w (k text not null, v text, primary key (k)) without rowid",
                "create table c (n integer not null on conflict replace)");
        var before = engine.inspect().tables();
        assertThat(before.get(0).checks()).extracting(ReflectedCheckConstraint::name, ReflectedCheckConstraint::sql)
                .containsExactly(Tuple.tuple("positive", "n > 0"), Tuple.tuple("", "n <> 13"),
                        Tuple.tuple("low", "id < n or ',)' = ''"));
        assertThat(before.get(1).unmodelled()).singleElement().asString().contains("on conflict replace");
        engine.inTransaction(connection -> connection.execute(text("drop table c")));

        createAgain(engine);

        assertThat(engine.inspect().table("p")).isEqualTo(before.get(2));
        assertThat(engine.inspect().table("w").options()).isEqualTo(Map.of("sqlite.with_rowid", "false"));
        assertThat(engine.inspect().table("a").checks()).containsExactlyInAnyOrderElementsOf(before.get(0).checks());
        assertThat(engine.inspect().foreignKeys("a")).isEqualTo(before.get(0).foreignKeys());
        assertThatThrownBy(() -> run(engine, "insert into a (id, n) values (1, -1)"))
                .isInstanceOf(CheckViolationException.class);
    }

    @DatabaseTest
    void constraintsOfColumnsKeepTheirNames(Engine engine) {
        run(engine,
                "create table p (id integer constraint \"the key\" primary key, code text default 'CONSTRAINT x UNIQUE')",
                """
                create table c (id integer constraint pk_c primary key, n int constraint uq_n unique,
                  p_id integer constraint fk_p references p (id), [q id] integer,
                  constraint [fk q] foreign key ([q id]) references p (id), constraint uq_two unique (n, p_id))
                """);
        var before = engine.inspect().tables();
        assertThat(before).extracting(table -> table.primaryKey().name()).containsExactly("pk_c", "the key");
        assertThat(before.get(0).uniqueConstraints()).extracting(unique -> unique.name()).containsExactly("uq_n",
                "uq_two");
        assertThat(before.get(0).foreignKeys()).extracting(key -> key.name()).containsExactly("fk q", "fk_p");

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison().ignoringFieldsMatchingRegexes(".*typeName")
                .isEqualTo(before);
    }

    @DatabaseTest
    void viewsAreReadFromTheirStatement(Engine engine) {
        run(engine, "create table t (id integer)", "create view v (\"as\", b) as select id, 'as' /* as */ from t");

        assertThat(engine.inspect().viewDefinition("v")).isEqualTo("select id, 'as' from t");
    }

    @DatabaseTest
    void conflictActionsAreCreatedAgainAsTheyWere(Engine engine) {
        run(engine, """
                create table c (id integer constraint pk primary key on conflict replace autoincrement,
                  n int unique on conflict ignore not null on conflict fail, a int, b int,
                  constraint ab unique (a, b) on conflict fail, check (a > 0) on conflict rollback)
                """);
        var before = engine.inspect().tables();
        assertThat(before.get(0).primaryKey().details().options()).isEqualTo(Map.of("sqlite.on_conflict", "replace"));
        assertThat(before.get(0).uniqueConstraints())
                .extracting(unique -> unique.details().options().values().toString())
                .containsExactlyInAnyOrder("[ignore]", "[fail]");
        assertThat(before.get(0).unmodelled()).hasSize(1);

        createAgain(engine);

        assertThat(engine.inspect().tables()).usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*typeName", ".*unmodelled.*").isEqualTo(before);
    }
}
