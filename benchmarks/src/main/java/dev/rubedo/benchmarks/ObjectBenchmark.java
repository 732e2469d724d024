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

/** The workloads of {@link ObjectWorkloads} by one contender on one database; each answer is checked. Confined to one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObjectBenchmark {
    private static final int STEP = Rows.COUNT / Rows.CHANGED;

    /** {@code h2}, {@code sqlite} or the URL of an empty PostgreSQL database. */
    @Param("h2") public String database;

    /** Who does it, a name of {@link Contender}. */
    @Param("RUBEDO") public String contender;

    /** Rows in the table of users, and rows that W5 inserts. */
    @Param("10000") public int rows;

    private Database tables;
    private ObjectWorkloads workloads;
    private long key;
    private long[] user;
    private long users;
    private long graph;
    private long changes;

    @Setup(Level.Trial)
    public void open() throws Exception {
        tables = new Database(database, rows);
        workloads = Contender.valueOf(contender).objects(tables);
        user = LongStream.rangeClosed(0, rows).map(row -> Rows.ofUser((int) row)).toArray();
        users = Rows.ofUsers(rows);
        graph = Rows.ofGraph();
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        workloads.close();
        tables.close();
    }

    @Benchmark
    public void w1(CpuTime time) throws Exception {
        key = key % rows + 1;
        Answers.require("w1", user[(int) key], workloads.w1(key));
        time.operation();
    }

    @Benchmark
    public void w2(CpuTime time) throws Exception {
        Answers.require("w2", users, workloads.w2());
        time.operation();
    }

    @Benchmark
    public void w4(CpuTime time) throws Exception {
        Answers.require("w4", graph, workloads.w4());
        time.operation();
    }

    @Benchmark
    public void w4joined(CpuTime time) throws Exception {
        Answers.require("w4joined", graph, workloads.w4joined());
        time.operation();
    }

    @Benchmark
    public void w5(CpuTime time) throws Exception {
        tables.clear();
        time.begin();
        long ids = workloads.w5(rows);
        time.end();
        Answers.require("w5, ids", tables.number("SELECT sum(id) FROM users"), ids);
        Answers.require("w5, rows", rows, tables.number("SELECT count(*) FROM users"));
    }

    @Benchmark
    public void w6(CpuTime time) throws Exception {
        Answers.require("w6", users + changed(STEP, rows / STEP, ++changes), workloads.w6());
        time.operation();
    }

    @Benchmark
    public void w7(CpuTime time) throws Exception {
        workloads.w7();
        time.operation();
    }

    @Benchmark
    public void w8(CpuTime time) throws Exception {
        tables.clear();
        time.begin();
        long ids = workloads.w8();
        time.end();
        Answers.require("w8, ids", tables.number("SELECT sum(id) FROM users")
                + tables.number("SELECT sum(id) FROM addresses"), ids);
        Answers.require("w8, rows", Rows.OWNERS * Rows.ADDRESSES, tables.number(
                "SELECT count(*) FROM users u JOIN addresses a ON a.user_id = u.id WHERE a.city LIKE 'city %'"));
    }

    @Benchmark
    public void updateAll(CpuTime time) throws Exception {
        Answers.require("updateAll", users + changed(1, rows, ++changes), workloads.updateAll());
        time.operation();
    }

    @Benchmark
    public void single(CpuTime time) throws Exception {
        time.operation();
        Answers.require("single", 1, workloads.single() > 0 ? 1 : 0);
    }

    /** Returns by how much the ages of every n-th user have grown after some rounds. */
    private static long changed(int step, int count, long rounds) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            int age = Rows.age(i * step + 1);
            sum += (age - 1 + rounds) % 90 + 1 - age;
        }
        return sum;
    }
}
