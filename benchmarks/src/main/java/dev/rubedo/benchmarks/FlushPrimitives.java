package dev.rubedo.benchmarks;

import static dev.rubedo.benchmarks.Reading_.READING;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A flush of 1,000 objects with eight primitive attributes each, new or changed, in a transaction that is rolled back.
 * With JMH's {@code gc} profiler it shows whether they are boxed. Confined to one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseParallelGC")
public class FlushPrimitives {

    private static final int COUNT = 1_000;

    private Engine engine;
    private SessionFactory sessions;

    @Setup(Level.Trial)
    public void open() {
        engine = Engine.create("jdbc:h2:mem:primitives;DB_CLOSE_DELAY=-1");
        Model model = Model.of(READING);
        model.metadata().dropAll(engine);
        model.metadata().createAll(engine);
        sessions = SessionFactory.builder(engine, model).build();
        sessions.inTransaction(session -> add(session));
    }

    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }

    private static void add(Session session) {
        for (int row = 0; row < COUNT; row++) {
            session.add(new Reading(row));
        }
    }

    @Benchmark
    public void insert() {
        try (Session session = sessions.open()) {
            add(session);
            session.flush();
            session.rollback();
        }
    }

    @Benchmark
    public void update() {
        try (Session session = sessions.open()) {
            List<Reading> readings = session.all(select(READING));
            for (Reading reading : readings) {
                reading.device(reading.device() + 1);
                reading.mean(reading.mean() + 1);
            }
            session.flush();
            session.rollback();
        }
    }
}
