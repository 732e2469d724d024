package dev.rubedo.dialect.duckdb;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.util.List;

@Databases("duckdb")
class DuckDbReflectionTest {

    @DatabaseTest
    void everyTypeIsDeclaredAgainAsItWas(Engine engine) {
        run(engine, """
                CREATE TABLE things (id BIGINT PRIMARY KEY, a TINYINT, b UTINYINT, c SMALLINT, d UINTEGER, e HUGEINT, f FLOAT,
                  g DOUBLE, h DECIMAL(10,2), i VARCHAR, j BLOB, k DATE, l TIME, m TIMESTAMP, n TIMESTAMPTZ, o TIMETZ, p INTERVAL,
                  q UUID, r JSON, s ENUM('a', 'it''s'), t INTEGER[], u VARCHAR[][], v TIMESTAMP_NS, w BOOLEAN,
                  x STRUCT(a INTEGER, b VARCHAR), y MAP(VARCHAR, INTEGER), z BIT)
                """);
        var before = engine.inspect().columns("things").stream().map(ReflectedColumn::typeName).toList();

        createAgain(engine);

        assertThat(engine.inspect().columns("things").stream().map(ReflectedColumn::typeName)).isEqualTo(before);
    }

    @DatabaseTest
    void computedColumnsDefaultsAndIndexesAreCreatedAgain(Engine engine) {
        run(engine, """
                CREATE TABLE t (a INTEGER NOT NULL, "b c" DECIMAL(10,2) GENERATED ALWAYS AS (a * 2.5), d VARCHAR DEFAULT 'it''s',
                  e INTEGER DEFAULT 4, f TIMESTAMP DEFAULT current_timestamp, CHECK (a > 0), UNIQUE (a, e))
                """);
        run(engine, "CREATE INDEX ix_d ON t (d, e)");
        run(engine, "CREATE UNIQUE INDEX ix_low ON t ((lower(d)))");
        run(engine, "COMMENT ON TABLE t IS 'it''s'");
        run(engine, "COMMENT ON COLUMN t.a IS 'first'");
        var before = engine.inspect().table("t");
        assertThat(before.columns().get(1).computed()).isNotNull();
        assertThat(before.indexes()).hasSize(2);

        createAgain(engine);

        assertThat(engine.inspect().table("t")).isEqualTo(before);
        run(engine, "INSERT INTO t (a) VALUES (3)");
        assertThat(engine.<Object, RuntimeException>fromTransaction(
                connection -> connection.one(text("SELECT \"b c\" || d || e FROM t")).get(1))).isEqualTo("7.50it's4");
    }

    @DatabaseTest
    void aKeyTakesItsValuesFromASequenceOfItsOwn(Engine engine) {
        var metadata = new MetaData();
        var things = metadata.table("things", column("id", Types.BIGINT).primaryKey(), column("name", Types.string(9)));
        metadata.add(Sequence.of("other"));
        assertThat(engine.dialect().statements(new CreateTable(things, List.of(), false))).containsExactly(
                "CREATE SEQUENCE IF NOT EXISTS things_id_seq",
                "CREATE TABLE things ( id BIGINT DEFAULT nextval('things_id_seq') NOT NULL, name VARCHAR(9), PRIMARY KEY (id) )");

        metadata.createAll(engine);

        assertThat(engine.inspect().columns("things").get(0).isAutoincrement()).isTrue();
        assertThat(engine.inspect().sequences("")).extracting(ReflectedSequence::sequence).extracting(Sequence::name)
                .containsExactly("other");
        createAgain(engine);
        var again = engine.reflect().require("things");
        engine.inTransaction(connection -> connection.execute(insertInto(again).values(
                again.column("name", String.class), "a")));
        engine.reflect().dropAll(engine);
        assertThat(engine.inspect().sequences("")).isEmpty();
        assertThat(engine.inspect().hasSequence("", "things_id_seq")).isFalse();
    }

    @DatabaseTest
    void columnsOfAnIndexAreInOrder(Engine engine) {
        run(engine, "CREATE TABLE t (kind VARCHAR, state VARCHAR, day DATE, \"ID\" INTEGER)");
        run(engine, "CREATE INDEX ix ON t (kind, state, day, \"ID\")");

        assertThat(engine.inspect().indexes("t").get(0).columns()).containsExactly("kind", "state", "day", "ID");
    }

    @DatabaseTest
    void whatTheDatabaseLacksIsRefused(Engine engine) {
        var metadata = new MetaData();
        metadata.table("a", column("id", Types.INTEGER).primaryKey().autoincrement(false));
        var b = metadata.table("b", column("a", Types.INTEGER),
                ForeignKey.on("a").references("a.id").onDelete(ReferentialAction.CASCADE));
        var c = metadata.table("c", column("id", Types.INTEGER).primaryKey(),
                column("d", Types.INTEGER).computed("id + 1", true));

        assertThatThrownBy(() -> b.create(engine)).hasMessageContaining("ON_DELETE_ACTION");
        assertThatThrownBy(() -> c.create(engine)).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("cannot store computed columns");
        assertThatThrownBy(
                () -> engine.execute(new dev.rubedo.schema.CreateSequence(Sequence.of("s").caching(4), false)))
                .hasMessageContaining("no cache of sequences");
    }

    private static void run(Engine engine, String sql) {
        engine.inTransaction(connection -> connection.execute(text(sql)));
    }

    private static void createAgain(Engine engine) {
        var found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);
    }
}
