package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
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
}
