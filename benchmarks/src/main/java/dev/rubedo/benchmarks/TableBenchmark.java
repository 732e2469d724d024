package dev.rubedo.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

/** The workloads of {@link TableWorkloads} by one contender on one database; each answer is checked. Confined to one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TableBenchmark {
    /** {@code h2}, {@code sqlite} or the URL of an empty PostgreSQL database. */
    @Param("h2") public String database;

    /** Who does it, a name of {@link Contender}. */
    @Param("RUBEDO") public String contender;

    /** Rows in the table of users, and rows that are inserted. */
    @Param("10000") public int rows;

    private Database tables;
    private TableWorkloads workloads;
    private long[] tuple;
    private long tuples;
    private long key;

    @Setup(Level.Trial)
    public void open() throws Exception {
        tables = new Database(database, rows);
        workloads = Contender.valueOf(contender).tables(tables);
        tuple = LongStream.rangeClosed(0, rows)
                .map(row -> Rows.digest(row, Rows.name((int) row), Rows.age((int) row))).toArray();
        tuples = Rows.ofTuples(rows);
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        workloads.close();
        tables.close();
    }

    @Benchmark
    public void w3(CpuTime time) throws Exception {
        Answers.require("w3", tuples, workloads.w3());
        time.operation();
    }

    @Benchmark
    public void w3typed(CpuTime time) throws Exception {
        Answers.require("w3typed", tuples, workloads.w3typed());
        time.operation();
    }

    @Benchmark
    public void w3records(CpuTime time) throws Exception {
        Answers.require("w3records", tuples, workloads.w3records());
        time.operation();
    }

    @Benchmark
    public Object w9(CpuTime time) throws Exception {
        time.operation();
        return workloads.w9();
    }

    @Benchmark
    public Object w9cached(CpuTime time) throws Exception {
        time.operation();
        return workloads.w9cached();
    }

    @Benchmark
    public void w10(CpuTime time) throws Exception {
        Answers.require("w10", rows, workloads.w10());
        time.operation();
    }

    @Benchmark
    public void byKey(CpuTime time) throws Exception {
        key = key % rows + 1;
        Answers.require("byKey", tuple[(int) key], workloads.byKey(key));
        time.operation();
    }

    @Benchmark
    public void byKeyKept(CpuTime time) throws Exception {
        key = key % rows + 1;
        Answers.require("byKeyKept", tuple[(int) key], workloads.byKeyKept(key));
        time.operation();
    }

    @Benchmark
    public void insert(CpuTime time) throws Exception {
        tables.clear();
        time.begin();
        long ids = workloads.insert(rows);
        time.end();
        Answers.require("insert, ids", tables.number("SELECT sum(id) FROM users"), ids);
        Answers.require("insert, rows", rows, tables.number("SELECT count(*) FROM users"));
    }
}
