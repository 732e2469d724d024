package dev.rubedo.benchmarks;

import static dev.rubedo.benchmarks.User_.USER;
import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The workloads by Rubedo, as an application would write them; reads in auto-commit, as those of JDBC
 * and Hibernate are. Confined to one thread. */
@State(Scope.Thread)
public class RubedoWorkloads {
    private static final String URL = "jdbc:h2:mem:rubedo;DB_CLOSE_DELAY=-1";

    private Engine engine;
    private SessionFactory sessions;
    private Engine readingEngine;
    private SessionFactory reading;
    private Session clean;
    private long key;

    @Setup(Level.Trial)
    public void open() {
        engine = Engine.create(URL);
        Model model = Model.of(USER);
        model.metadata().dropAll(engine);
        model.metadata().createAll(engine);
        sessions = SessionFactory.builder(engine, model).build();
        insert();
        readingEngine = Engine.builder(URL).isolationLevel(IsolationLevel.AUTOCOMMIT).build();
        reading = SessionFactory.builder(readingEngine, model).build();
        clean = sessions.open();
        clean.all(select(USER));
    }

    @TearDown(Level.Trial)
    public void close() {
        clean.close();
        readingEngine.close();
        engine.close();
    }

    @Benchmark
    public Object w1(CpuTime time) {
        key = key % Rows.COUNT + 1;
        try (Session session = reading.open()) {
            time.operation();
            return session.require(User.class, key);
        }
    }

    @Benchmark
    public long w2(CpuTime time) {
        try (Session session = reading.open()) {
            time.operation();
            return digest(session.all(select(USER)));
        }
    }

    private static long digest(List<User> users) {
        long digest = users.size();
        for (User user : users) {
            digest += user.id() + user.name().length() + user.email().length() + user.age() + user.created().getSecond()
                    + user.score().scale() + (user.bio() == null ? 0 : 1);
        }
        return digest;
    }

    @Benchmark
    public long w5(CpuTime time) {
        sessions.inTransaction(session -> session.execute(deleteFrom(USER)));
        time.begin();
        long last = insert();
        time.end();
        return last;
    }

    private long insert() {
        List<User> users = new ArrayList<>();
        try (Session session = sessions.open()) {
            for (int row = 0; row < Rows.COUNT; row++) {
                User user = new User(row);
                users.add(user);
                session.add(user);
            }
            session.flush();
            long last = users.getLast().id();
            session.commit();
            return last;
        }
    }

    @Benchmark
    public long w6(CpuTime time) {
        return sessions.fromTransaction(session -> {
            List<User> users = session.all(select(USER));
            for (int i = 0; i < Rows.CHANGED; i++) {
                User user = users.get(i * (Rows.COUNT / Rows.CHANGED));
                user.age(user.age() % 90 + 1);
            }
            session.flush();
            time.operation();
            return digest(users);
        });
    }

    /** W7: flushes a session of 10,000 clean entities. */
    @Benchmark
    public void w7(CpuTime time) {
        clean.flush();
        time.operation();
    }
}
