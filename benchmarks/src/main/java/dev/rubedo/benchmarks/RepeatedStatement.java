package dev.rubedo.benchmarks;

import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.select;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.type.Types;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One row by its key, again and again, on one connection of H2 or SQLite: by a statement built each time, by a constant one with a named
 * value, by JDBC that prepares each time, and by JDBC that keeps its statement. Confined to one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RepeatedStatement {
    private static final int ROWS = 1_000;
    private static final String SQL = "select id, name, age from reader where id = ?";

    @Param({"jdbc:h2:mem:repeated;DB_CLOSE_DELAY=-1",
            "jdbc:sqlite:file:repeated?mode=memory&cache=shared"}) public String url;

    private Engine engine;
    private Connection connection;
    private java.sql.Connection jdbc;
    private PreparedStatement kept;
    private Table table;
    private Column<Long> id;
    private Select<Row> constant;
    private long key;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        jdbc = java.sql.DriverManager.getConnection(url);
        try (var statement = jdbc.createStatement()) {
            statement.execute("drop table if exists reader");
            statement.execute("create table reader (id bigint primary key, name varchar(50), age integer)");
            for (int row = 1; row <= ROWS; row++) {
                statement.execute("insert into reader values (" + row + ", '" + Rows.name(row) + "', " + Rows.age(row)
                        + ")");
            }
        }
        kept = jdbc.prepareStatement(SQL);
        engine = Engine.create(url);
        table = new MetaData().table("reader", Column.column("id", Types.BIGINT).primaryKey(),
                Column.column("name", Types.string(50)), Column.column("age", Types.INTEGER));
        id = table.column("id", Long.class);
        constant = select(table).where(id.eq(bind("id", Types.BIGINT)));
        connection = engine.connect();
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        connection.close();
        engine.close();
        jdbc.close();
    }

    private long next() {
        key = key % ROWS + 1;
        return key;
    }

    private static Object read(PreparedStatement statement, long key) throws SQLException {
        statement.setLong(1, key);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return new Object[]{result.getLong(1), result.getString(2), result.getInt(3)};
        }
    }

    @Benchmark
    public Object jdbcPreparesEach(CpuTime cpu) throws SQLException {
        cpu.operation();
        try (PreparedStatement statement = jdbc.prepareStatement(SQL)) {
            return read(statement, next());
        }
    }

    @Benchmark
    public Object jdbcKeeps(CpuTime cpu) throws SQLException {
        cpu.operation();
        return read(kept, next());
    }

    @Benchmark
    public Object built(CpuTime cpu) {
        cpu.operation();
        return connection.one(select(table).where(id.eq(next())));
    }

    @Benchmark
    public Object constant(CpuTime cpu) {
        cpu.operation();
        return connection.execute(constant, Map.of("id", next())).one();
    }
}
