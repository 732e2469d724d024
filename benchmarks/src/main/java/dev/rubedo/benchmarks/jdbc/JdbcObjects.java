package dev.rubedo.benchmarks.jdbc;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Database.Product;
import dev.rubedo.benchmarks.ObjectWorkloads;
import dev.rubedo.benchmarks.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The workloads of objects by JDBC. Confined to one thread. */
public final class JdbcObjects implements ObjectWorkloads {
    static final String SELECT = "SELECT id, name, email, age, created, score, bio FROM users";

    private final Database database;
    private final JdbcInserts inserts;
    private final boolean isText;
    private int added;

    /** Makes the workloads on a database. */
    public JdbcObjects(Database database) {
        this.database = database;
        this.inserts = new JdbcInserts(database);
        this.isText = database.product() == Product.SQLITE;
    }

    private Connection transaction() throws SQLException {
        Connection connection = database.pool().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public long w1(long key) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT + " WHERE id = ?")) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("no user " + key);
                }
                return read(rows).digest();
            }
        }
    }

    private JdbcUser read(ResultSet rows) throws SQLException {
        return isText ? JdbcUser.ofText(rows) : JdbcUser.of(rows);
    }

    @Override
    public long w2() throws SQLException {
        try (Connection connection = database.pool().getConnection()) {
            return digest(load(connection, SELECT));
        }
    }

    private List<JdbcUser> load(Connection connection, String query) throws SQLException {
        List<JdbcUser> users = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                users.add(read(rows));
            }
        }
        return users;
    }

    private static long digest(List<JdbcUser> users) {
        long digest = 0;
        for (JdbcUser user : users) {
            digest += user.digest();
        }
        return digest;
    }

    /** Two queries in the same order, which are merged. */
    @Override
    public long w4() throws SQLException {
        List<JdbcUser> users;
        try (Connection connection = database.pool().getConnection()) {
            users = load(connection, SELECT + " WHERE id <= 1000 ORDER BY id");
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT user_id, id, email, city FROM addresses WHERE user_id <= 1000 ORDER BY user_id");
                    ResultSet rows = statement.executeQuery()) {
                int at = 0;
                while (rows.next()) {
                    long owner = rows.getLong(1);
                    while (users.get(at).id != owner) {
                        at++;
                    }
                    users.get(at).addresses.add(new JdbcAddress(rows.getLong(2), rows.getString(3), rows.getString(4)));
                }
            }
        }
        long digest = digest(users);
        for (JdbcUser user : users) {
            for (JdbcAddress address : user.addresses) {
                digest += Rows.digest(address.email(), address.city());
            }
        }
        return digest;
    }

    @Override
    public long w4joined() throws SQLException {
        return w4();
    }

    @Override
    public long w5(int count) throws SQLException {
        try (Connection connection = transaction()) {
            long sum = inserts.users(connection, count);
            connection.commit();
            return sum;
        }
    }

    @Override
    public long w6() throws SQLException {
        return change(Rows.COUNT / Rows.CHANGED);
    }

    @Override
    public long updateAll() throws SQLException {
        return change(1);
    }

    private long change(int step) throws SQLException {
        try (Connection connection = transaction()) {
            List<JdbcUser> users = load(connection, SELECT + " ORDER BY id");
            try (PreparedStatement update = connection.prepareStatement("UPDATE users SET age = ? WHERE id = ?")) {
                int batch = 0;
                for (int i = 0; i < users.size(); i += step) {
                    JdbcUser user = users.get(i);
                    user.age = Rows.nextAge(user.age);
                    update.setInt(1, user.age);
                    update.setLong(2, user.id);
                    update.addBatch();
                    if (++batch % Rows.BATCH == 0) {
                        update.executeBatch();
                    }
                }
                update.executeBatch();
            }
            connection.commit();
            return digest(users);
        }
    }

    @Override
    public long w8() throws SQLException {
        try (Connection connection = transaction()) {
            long sum = inserts.graph(connection);
            connection.commit();
            return sum;
        }
    }

    @Override
    public long single() throws SQLException {
        try (Connection connection = transaction()) {
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO users"
                    + " (name, email, age, created, score, bio) VALUES (?, ?, ?, ?, ?, ?)", new String[]{"id"})) {
                database.bind(insert, 1, ++added);
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    long id = keys.getLong(1);
                    connection.commit();
                    return id;
                }
            }
        }
    }

    @Override
    public Object hold() throws SQLException {
        try (Connection connection = database.pool().getConnection()) {
            return load(connection, SELECT);
        }
    }

    @Override
    public void close() {}
}
