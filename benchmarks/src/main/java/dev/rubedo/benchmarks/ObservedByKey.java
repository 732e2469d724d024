package dev.rubedo.benchmarks;

import static dev.rubedo.benchmarks.Address_.ADDRESS;
import static dev.rubedo.benchmarks.User_.USER;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.EngineBuilder;
import dev.rubedo.engine.ExecutionListener;
import dev.rubedo.engine.SqlComments;
import dev.rubedo.micrometer.ObservedStatements;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;
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
 * One row by its key on an open connection, with each tool that observes statements. On H2 in memory, where they weigh
 * most; {@code -p url=postgresql://...} measures a server. Confined to one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ObservedByKey {
    private static final int ROWS = 1_000;

    @Param("jdbc:h2:mem:observedbykey;DB_CLOSE_DELAY=-1") public String url;

    @Param({"none", "listener", "slow", "comment", "recording", "observation"}) public String tool;

    private Engine engine;
    private Connection connection;
    private Table table;
    private Column<Long> id;
    private @Nullable Recording recording;
    private long key;

    @Setup(Level.Trial)
    public void open() {
        EngineBuilder builder = Engine.builder(url);
        switch (tool) {
            case "slow" -> builder.slowStatements(Duration.ofSeconds(1));
            case "comment" -> builder.sqlComments(SqlComments.of("application", "benchmark"));
            default -> { /* set below, or nothing */ }
        }
        engine = builder.build();
        Model model = Model.of(USER, ADDRESS);
        model.metadata().dropAll(engine);
        model.metadata().createAll(engine);
        SessionFactory.of(engine, model).inTransaction(one -> {
            for (int row = 1; row <= ROWS; row++) {
                one.add(new User(row));
            }
        });
        switch (tool) {
            case "listener" -> engine.listen(new ExecutionListener() {});
            case "recording" -> record();
            case "observation" -> observe();
            default -> { /* set above, or nothing */ }
        }
        table = model.mapper(User.class).table();
        id = table.column("id", Long.class);
        connection = engine.connect();
    }

    private void record() {
        recording = new Recording();
        recording.enable("rubedo.Statement").withThreshold(Duration.ofMillis(1));
        recording.start();
    }

    private void observe() {
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(new SimpleMeterRegistry()));
        ObservedStatements.of(registry).observe(engine);
    }

    @TearDown(Level.Trial)
    public void close() {
        if (recording != null) {
            recording.close();
        }
        connection.close();
        engine.close();
    }

    private long next() {
        key = key % ROWS + 1;
        return key;
    }

    @Benchmark
    public Object core() {
        return connection.one(select(table).where(id.eq(next())));
    }
}
