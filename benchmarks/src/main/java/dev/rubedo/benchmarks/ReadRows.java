package dev.rubedo.benchmarks;

import static dev.rubedo.sql.Sql.into;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** 10,000 rows of three columns on H2: by hand, as rows, and as records in three ways. Confined to one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadRows {

    /** What a row becomes. Immutable. */
    public record Reader(long id, String name, int age) {}

    private Engine engine;
    private Connection connection;
    private java.sql.Connection jdbc;
    private Select<Row> rows;
    private Select<Reader> readers;

    @Setup(Level.Trial)
    public void open() throws SQLException {
        engine = Engine.create("jdbc:h2:mem:readrows;DB_CLOSE_DELAY=-1");
        MetaData metadata = new MetaData();
        Table table = metadata.table("reader", Column.column("id", Types.BIGINT).primaryKey(),
                Column.column("name", Types.string(50)), Column.column("age", Types.INTEGER));
        metadata.dropAll(engine);
        metadata.createAll(engine);
        Column<Long> id = table.column("id", Long.class);
        Column<String> name = table.column("name", String.class);
        Column<Integer> age = table.column("age", Integer.class);
        connection = engine.connect();
        jdbc = java.sql.DriverManager.getConnection("jdbc:h2:mem:readrows;DB_CLOSE_DELAY=-1");
        try (PreparedStatement insert = jdbc.prepareStatement("insert into reader values (?, ?, ?)")) {
            for (int row = 1; row <= Rows.COUNT; row++) {
                insert.setLong(1, row);
                insert.setString(2, Rows.name(row));
                insert.setInt(3, Rows.age(row));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        rows = select(id, name, age);
        readers = select(into(Reader::new, id, name, age));
    }

    @TearDown(Level.Trial)
    public void close() throws SQLException {
        jdbc.close();
        connection.close();
        engine.close();
    }

    @Benchmark
    public List<Reader> byHand(CpuTime cpu) throws SQLException {
        List<Reader> all = new ArrayList<>();
        try (PreparedStatement query = jdbc.prepareStatement("select id, name, age from reader");
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                all.add(new Reader(result.getLong(1), result.getString(2), result.getInt(3)));
            }
        }
        cpu.operation();
        return all;
    }

    @Benchmark
    public List<Row> all(CpuTime cpu) {
        cpu.operation();
        return connection.all(rows);
    }

    @Benchmark
    public List<Reader> asRecord(CpuTime cpu) {
        cpu.operation();
        return connection.execute(rows).as(Reader.class).all();
    }

    @Benchmark
    public List<Reader> intoConstructor(CpuTime cpu) {
        cpu.operation();
        return connection.all(readers);
    }
}
