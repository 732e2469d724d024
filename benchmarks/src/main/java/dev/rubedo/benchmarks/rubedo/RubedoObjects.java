package dev.rubedo.benchmarks.rubedo;

import static dev.rubedo.benchmarks.Address_.ADDRESS;
import static dev.rubedo.benchmarks.User_.USER;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.benchmarks.Address;
import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.ObjectWorkloads;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.User;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Select;
import java.util.ArrayList;
import java.util.List;

/** The workloads of objects by the ORM of Rubedo; reads in auto-commit, as those of JDBC. Confined to one thread. */
public final class RubedoObjects implements ObjectWorkloads {
    private final Engine engine;
    private final SessionFactory sessions;
    private final Engine readingEngine;
    private final SessionFactory reading;
    private Session clean;
    private int added;

    /** Makes the workloads on a database. */
    public RubedoObjects(Database database) {
        engine = Engine.create(database.url());
        Model model = Model.of(USER, ADDRESS);
        sessions = SessionFactory.builder(engine, model).build();
        readingEngine = Engine.builder(database.url()).isolationLevel(IsolationLevel.AUTOCOMMIT).build();
        reading = SessionFactory.builder(readingEngine, model).build();
    }

    private static long digest(List<User> users) {
        long digest = 0;
        for (User user : users) {
            digest += digest(user);
        }
        return digest;
    }

    private static long digest(User user) {
        return Rows.digest(user.id(), user.name(), user.email(), user.age(), user.created(), user.score(), user.bio());
    }

    @Override
    public long w1(long key) {
        try (Session session = reading.open()) {
            return digest(session.require(USER, key));
        }
    }

    @Override
    public long w2() {
        try (Session session = reading.open()) {
            return digest(session.all(select(USER)));
        }
    }

    @Override
    public long w4() {
        return graph(select(USER).where(USER.id.le(1000L)).options(selectIn(USER.addresses)));
    }

    @Override
    public long w4joined() {
        return graph(select(USER).where(USER.id.le(1000L)).options(joined(USER.addresses)));
    }

    private long graph(Select<User> query) {
        try (Session session = reading.open()) {
            List<User> users = session.all(query);
            long digest = digest(users);
            for (User user : users) {
                for (Address address : user.addresses()) {
                    digest += Rows.digest(address.email(), address.city());
                }
            }
            return digest;
        }
    }

    @Override
    public long w5(int count) {
        List<User> users = new ArrayList<>();
        try (Session session = sessions.open()) {
            for (int row = 0; row < count; row++) {
                User user = new User(row);
                users.add(user);
                session.add(user);
            }
            session.flush();
            long sum = 0;
            for (User user : users) {
                sum += user.id();
            }
            session.commit();
            return sum;
        }
    }

    @Override
    public long w6() {
        return change(Rows.COUNT / Rows.CHANGED);
    }

    @Override
    public long updateAll() {
        return change(1);
    }

    private long change(int step) {
        return sessions.fromTransaction(session -> {
            List<User> users = session.all(select(USER).orderBy(USER.id));
            for (int i = 0; i < users.size(); i += step) {
                User user = users.get(i);
                user.age(Rows.nextAge(user.age()));
            }
            session.flush();
            return digest(users);
        });
    }

    @Override
    public void w7() {
        if (clean == null) {
            clean = sessions.open();
            clean.all(select(USER));
        }
        clean.flush();
    }

    @Override
    public long w8() {
        List<User> users = new ArrayList<>();
        try (Session session = sessions.open()) {
            for (int row = 0; row < Rows.OWNERS; row++) {
                User user = new User(row);
                for (int number = 0; number < Rows.ADDRESSES; number++) {
                    user.addresses().add(new Address(row, number));
                }
                users.add(user);
                session.add(user);
            }
            session.flush();
            long sum = 0;
            for (User user : users) {
                sum += user.id();
                for (Address address : user.addresses()) {
                    sum += address.id();
                }
            }
            session.commit();
            return sum;
        }
    }

    @Override
    public long single() {
        return sessions.<Long, RuntimeException>fromTransaction(session -> {
            User user = new User(++added);
            session.add(user);
            session.flush();
            return user.id();
        });
    }

    @Override
    public Object hold() {
        Session session = sessions.open();
        return List.of(session, session.all(select(USER)));
    }

    @Override
    public void close() {
        if (clean != null) {
            clean.close();
        }
        readingEngine.close();
        engine.close();
    }
}
