package dev.rubedo.benchmarks;

import static dev.rubedo.benchmarks.Address_.ADDRESS;
import static dev.rubedo.benchmarks.User_.USER;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
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

/** One row by its key, on an open connection: by a query of the table, by a query of the entity, by {@code get}. Confined to one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueryByKey {
    private static final String URL = "jdbc:h2:mem:querybykey;DB_CLOSE_DELAY=-1";
    private static final int ROWS = 1_000;

    private Engine engine;
    private Connection connection;
    private Session session;
    private Table table;
    private Column<Long> id;
    private long key;

    @Setup(Level.Trial)
    public void open() {
        engine = Engine.create(URL);
        Model model = Model.of(USER, ADDRESS);
        model.metadata().dropAll(engine);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(one -> {
            for (int row = 1; row <= ROWS; row++) {
                one.add(new User(row));
            }
        });
        table = model.mapper(User.class).table();
        id = table.column("id", Long.class);
        connection = engine.connect();
        session = sessions.open();
    }

    @TearDown(Level.Trial)
    public void close() {
        session.close();
        connection.close();
        engine.close();
    }

    private long next() {
        key = key % ROWS + 1;
        return key;
    }

    @Benchmark
    public Object core(CpuTime cpu) {
        cpu.operation();
        return connection.one(select(table).where(id.eq(next())));
    }

    @Benchmark
    public Object entity(CpuTime cpu) {
        cpu.operation();
        Object found = session.one(select(USER).where(USER.id.eq(next())));
        session.detachAll();
        return found;
    }

    @Benchmark
    public Object knownEntity(CpuTime cpu) {
        cpu.operation();
        return session.one(select(USER).where(USER.id.eq(next())));
    }

    @Benchmark
    public Object get(CpuTime cpu) {
        cpu.operation();
        User found = session.require(User.class, next());
        session.detachAll();
        return found;
    }
}
