package dev.rubedo.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The workloads by hand-written JDBC: typed getters, batches of 1000, ids from a sequence. Confined to one thread. */
@State(Scope.Thread)
public class JdbcWorkloads {
    private static final String SELECT = "SELECT id, name, email, age, created, score, bio FROM users";
    private static final int BATCH = 1000;

    private Database database;
    private long key;

    @Setup(Level.Trial)
    public void open() {
        database = new Database(true);
    }

    @TearDown(Level.Trial)
    public void close() {
        database.close();
    }

    /** W1: gets one row by its primary key. */
    @Benchmark
    public Object w1(CpuTime time) throws SQLException {
        key = key % Rows.COUNT + 1;
        try (Connection connection = database.pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no user " + key);
                }
                time.operation();
                return new JdbcUser(rows);
            }
        }
    }

    /** W2: loads 10,000 rows in one query. */
    @Benchmark
    public long w2(CpuTime time) throws SQLException {
        try (Connection connection = database.pool.getConnection()) {
            time.operation();
            return digest(load(connection));
        }
    }

    private static List<JdbcUser> load(Connection connection) throws SQLException {
        List<JdbcUser> users = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SELECT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(new JdbcUser(rows));
            }
        }
        return users;
    }

    private static long digest(List<JdbcUser> users) {
        long digest = users.size();
        for (JdbcUser user : users) {
            digest += user.id + user.name.length() + user.email.length() + user.age + user.created.getSecond()
                    + user.score.scale() + (user.bio == null ? 0 : 1);
        }
        return digest;
    }

    /** W5: inserts 10,000 rows in one transaction, and knows their ids afterwards. */
    @Benchmark
    public long w5(CpuTime time) throws SQLException {
        database.clear();
        time.begin();
        long last = 0;
        try (Connection connection = database.pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement next = connection.prepareStatement("SELECT NEXT VALUE FOR user_ids");
                    PreparedStatement insert = connection
                            .prepareStatement("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (int row = 0; row < Rows.COUNT; row++) {
                    if (row % BATCH == 0) {
                        try (ResultSet rows = next.executeQuery()) {
                            rows.next();
                            last = rows.getLong(1);
                        }
                    }
                    insert.setLong(1, last++);
                    Database.bind(insert, 2, row);
                    insert.addBatch();
                    if ((row + 1) % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
            }
            connection.commit();
        }
        time.end();
        return last;
    }

    /** W6: loads 10,000 rows, changes 100 of them and commits. */
    @Benchmark
    public long w6(CpuTime time) throws SQLException {
        try (Connection connection = database.pool.getConnection()) {
            connection.setAutoCommit(false);
            List<JdbcUser> users = load(connection);
            try (PreparedStatement update = connection.prepareStatement("UPDATE users SET age = ? WHERE id = ?")) {
                for (int i = 0; i < Rows.CHANGED; i++) {
                    JdbcUser user = users.get(i * (Rows.COUNT / Rows.CHANGED));
                    user.age = user.age % 90 + 1;
                    update.setInt(1, user.age);
                    update.setLong(2, user.id);
                    update.addBatch();
                }
                update.executeBatch();
            }
            connection.commit();
            time.operation();
            return digest(users);
        }
    }
}
