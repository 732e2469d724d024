package dev.rubedo.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The workloads by Hibernate: JDBC batches of 1000, ordered inserts and updates. Confined to one thread. */
@State(Scope.Thread)
public class HibernateWorkloads {
    private Database database;
    private SessionFactory sessions;
    private Session clean;
    private long key;

    @Setup(Level.Trial)
    public void open() {
        database = new Database(true);
        sessions = new Configuration().addAnnotatedClass(HibernateUser.class)
                .setProperty("hibernate.jdbc.batch_size", "1000").setProperty("hibernate.order_inserts", "true")
                .setProperty("hibernate.order_updates", "true")
                .buildSessionFactory(new org.hibernate.boot.registry.StandardServiceRegistryBuilder()
                        .applySetting("hibernate.jdbc.batch_size", "1000")
                        .applySetting("hibernate.order_inserts", "true")
                        .applySetting("hibernate.order_updates", "true")
                        .applySetting("hibernate.connection.datasource", database.pool).build());
        clean = sessions.openSession();
        clean.beginTransaction();
        load(clean);
    }

    @TearDown(Level.Trial)
    public void close() {
        clean.close();
        sessions.close();
        database.close();
    }

    @Benchmark
    public Object w1(CpuTime time) {
        key = key % Rows.COUNT + 1;
        try (Session session = sessions.openSession()) {
            time.operation();
            return session.find(HibernateUser.class, key);
        }
    }

    @Benchmark
    public long w2(CpuTime time) {
        try (Session session = sessions.openSession()) {
            time.operation();
            return digest(load(session));
        }
    }

    private static List<HibernateUser> load(Session session) {
        return session.createQuery("from HibernateUser", HibernateUser.class).getResultList();
    }

    private static long digest(List<HibernateUser> users) {
        long digest = users.size();
        for (HibernateUser user : users) {
            digest += user.id + user.name.length() + user.email.length() + user.age + user.created.getSecond()
                    + user.score.scale() + (user.bio == null ? 0 : 1);
        }
        return digest;
    }

    @Benchmark
    public long w5(CpuTime time) {
        database.clear();
        time.begin();
        List<HibernateUser> users = new ArrayList<>();
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            for (int row = 0; row < Rows.COUNT; row++) {
                HibernateUser user = new HibernateUser(row);
                users.add(user);
                session.persist(user);
            }
            transaction.commit();
        }
        time.end();
        return users.getLast().id;
    }

    @Benchmark
    public long w6(CpuTime time) {
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            List<HibernateUser> users = load(session);
            for (int i = 0; i < Rows.CHANGED; i++) {
                HibernateUser user = users.get(i * (Rows.COUNT / Rows.CHANGED));
                user.age = user.age % 90 + 1;
            }
            transaction.commit();
            time.operation();
            return digest(users);
        }
    }

    /** W7: flushes a session of 10,000 clean entities. */
    @Benchmark
    public void w7(CpuTime time) {
        clean.flush();
        time.operation();
    }
}
