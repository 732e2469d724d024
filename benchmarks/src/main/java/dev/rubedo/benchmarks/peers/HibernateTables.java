package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import org.hibernate.Session;
import org.hibernate.SessionFactory;

/** The workloads of rows by HQL. Confined to one thread. */
public final class HibernateTables implements TableWorkloads {
    private final SessionFactory sessions;

    /** Makes the workloads on a database. */
    public HibernateTables(Database database) {
        sessions = HibernateObjects.sessions(database);
    }

    @Override
    public long w3() {
        try (Session session = sessions.openSession()) {
            long digest = 0;
            for (Object[] row : session.createQuery("select id, name, age from JpaUser", Object[].class)
                    .getResultList()) {
                digest += Rows.digest((Long) row[0], (String) row[1], (Integer) row[2]);
            }
            return digest;
        }
    }

    @Override
    public long w3records() {
        try (Session session = sessions.openSession()) {
            long digest = 0;
            for (Reader reader : session.createQuery("select id, name, age from JpaUser", Reader.class)
                    .getResultList()) {
                digest += Rows.digest(reader.id(), reader.name(), reader.age());
            }
            return digest;
        }
    }

    @Override
    public long w10() {
        try (Session session = sessions.openSession()) {
            var transaction = session.beginTransaction();
            int changed = session.createMutationQuery("update JpaUser set age = age + 1 where age < 1000000000")
                    .executeUpdate();
            transaction.commit();
            return changed;
        }
    }

    @Override
    public void close() {
        sessions.close();
    }
}
