package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Database.Product;
import dev.rubedo.benchmarks.ObjectWorkloads;
import dev.rubedo.benchmarks.Rows;
import io.ebean.Database;
import io.ebean.DatabaseFactory;
import io.ebean.FetchConfig;
import io.ebean.config.DatabaseConfig;
import io.ebean.platform.h2.H2Platform;
import io.ebean.platform.postgres.PostgresPlatform;
import java.util.List;

/** The workloads by Ebean: classes enhanced by its agent, batches of 1000, no session. Confined to one thread. */
public final class EbeanObjects implements ObjectWorkloads {
    private final Database ebean;
    private int added;

    /** Makes the workloads on a database. */
    public EbeanObjects(dev.rubedo.benchmarks.Database database) {
        DatabaseConfig config = new DatabaseConfig();
        config.setName("benchmark");
        config.setDataSource(database.pool());
        config.setDatabasePlatform(database.product() == Product.H2 ? new H2Platform() : new PostgresPlatform());
        config.addClass(JpaUser.class);
        config.addClass(JpaAddress.class);
        config.setPersistBatchSize(1000);
        config.setDefaultServer(false);
        config.setRegister(false);
        ebean = DatabaseFactory.create(config);
    }

    @Override
    public long w1(long key) {
        JpaUser user = ebean.find(JpaUser.class, key);
        if (user == null) {
            throw new IllegalStateException("no user " + key);
        }
        return user.digest();
    }

    @Override
    public long w2() {
        return JpaUser.digest(ebean.find(JpaUser.class).findList());
    }

    @Override
    public long w4() {
        return JpaUser.graph(ebean.find(JpaUser.class).fetch("addresses", FetchConfig.ofQuery(1000)).where()
                .le("id", 1000L).findList());
    }

    private long insert(List<JpaUser> users) {
        try (var transaction = ebean.beginTransaction()) {
            transaction.setBatchSize(1000);
            ebean.saveAll(users);
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
        try (var transaction = ebean.beginTransaction()) {
            transaction.setBatchSize(1000);
            List<JpaUser> users = ebean.find(JpaUser.class).orderBy("id").findList();
            JpaUser.change(users, step);
            ebean.saveAll(users);
            transaction.commit();
            return JpaUser.digest(users);
        }
    }

    @Override
    public long w8() {
        return insert(JpaUser.make(Rows.OWNERS, Rows.ADDRESSES));
    }

    @Override
    public long single() {
        JpaUser user = new JpaUser(++added);
        ebean.save(user);
        return user.getId();
    }

    @Override
    public Object hold() {
        return ebean.find(JpaUser.class).findList();
    }

    @Override
    public void close() {
        ebean.shutdown(false, false);
    }
}
