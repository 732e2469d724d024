package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.ObjectWorkloads;
import dev.rubedo.benchmarks.Rows;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.jspecify.annotations.NullUnmarked;

/** The workloads by Hibernate: JDBC batches of 1000, ordered inserts and updates. Confined to one thread. */
@NullUnmarked
public final class HibernateObjects implements ObjectWorkloads {
    private final SessionFactory sessions;
    private Session clean;
    private int added;

    /** Makes the workloads on a database. */
    public HibernateObjects(Database database) {
        sessions = sessions(database);
    }

    static SessionFactory sessions(Database database) {
        return new MetadataSources(new StandardServiceRegistryBuilder()
                .applySetting("hibernate.jdbc.batch_size", "1000").applySetting("hibernate.order_inserts", "true")
                .applySetting("hibernate.order_updates", "true")
                .applySetting("hibernate.connection.datasource", database.pool()).build())
                .addAnnotatedClass(JpaUser.class).addAnnotatedClass(JpaAddress.class).buildMetadata()
                .buildSessionFactory();
    }

    @Override
    public long w1(long key) {
        try (Session session = sessions.openSession()) {
            return session.find(JpaUser.class, key).digest();
        }
    }

    private static List<JpaUser> load(Session session) {
        return session.createQuery("from JpaUser order by id", JpaUser.class).getResultList();
    }

    @Override
    public long w2() {
        try (Session session = sessions.openSession()) {
            return JpaUser.digest(session.createQuery("from JpaUser", JpaUser.class).getResultList());
        }
    }

    @Override
    public long w4() {
        try (Session session = sessions.openSession()) {
            return JpaUser.graph(session.createQuery(
                    "select distinct u from JpaUser u left join fetch u.addresses where u.id <= 1000", JpaUser.class)
                    .getResultList());
        }
    }

    private long insert(List<JpaUser> users) {
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            users.forEach(session::persist);
            transaction.commit();
        }
        return JpaUser.ids(users);
    }

    @Override
    public long w5(int count) {
        return insert(JpaUser.make(count, 0));
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
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            List<JpaUser> users = load(session);
            JpaUser.change(users, step);
            transaction.commit();
            return JpaUser.digest(users);
        }
    }

    @Override
    public void w7() {
        if (clean == null) {
            clean = sessions.openSession();
            clean.beginTransaction();
            load(clean);
        }
        clean.flush();
    }

    @Override
    public long w8() {
        return insert(JpaUser.make(Rows.OWNERS, Rows.ADDRESSES));
    }

    @Override
    public long single() {
        JpaUser user = new JpaUser(++added);
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            session.persist(user);
            transaction.commit();
        }
        return user.getId();
    }

    @Override
    public Object hold() {
        Session session = sessions.openSession();
        return List.of(session, load(session));
    }

    @Override
    public void close() {
        if (clean != null) {
            clean.close();
        }
        sessions.close();
    }
}
