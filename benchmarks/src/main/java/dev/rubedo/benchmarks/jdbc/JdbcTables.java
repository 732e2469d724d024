package dev.rubedo.benchmarks.jdbc;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The workloads of rows by JDBC, whose statements by key are kept open. Confined to one thread. */
public final class JdbcTables implements TableWorkloads {
    private static final String CITY = "city 7";

    private final Database database;
    private final JdbcInserts inserts;
    private final Connection connection;
    private final PreparedStatement kept;

    /** Makes the workloads on a database. */
    public JdbcTables(Database database) throws SQLException {
        this.database = database;
        this.inserts = new JdbcInserts(database);
        connection = database.pool().getConnection();
        kept = connection.prepareStatement("SELECT id, name, age FROM users WHERE id = ?");
    }

    @Override
    public long w3() throws SQLException {
        List<Reader> readers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT id, name, age FROM users");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                readers.add(new Reader(rows.getLong(1), rows.getString(2), rows.getInt(3)));
            }
        }
        long digest = 0;
        for (Reader reader : readers) {
            digest += Rows.digest(reader.id(), reader.name(), reader.age());
        }
        return digest;
    }

    @Override
    public long w3typed() throws SQLException {
        return w3();
    }

    @Override
    public long w3records() throws SQLException {
        return w3();
    }

    @Override
    public String w9() {
        List<Object> values = new ArrayList<>();
        StringBuilder sql = new StringBuilder(
                "SELECT u.name, count(a.id) FROM users u JOIN addresses a ON a.user_id = u.id WHERE ");
        sql.append("u.age >= ?");
        values.add(20);
        sql.append(" AND u.age < ?");
        values.add(60);
        sql.append(" AND a.city = ?");
        values.add(CITY);
        sql.append(" AND u.bio IS NOT NULL");
        sql.append(" AND u.email LIKE ?");
        values.add("user%");
        sql.append(" GROUP BY u.name HAVING count(a.id) > ?");
        values.add(1L);
        sql.append(" ORDER BY u.name LIMIT ?");
        values.add(10);
        if (values.size() != 6) {
            throw new IllegalStateException();
        }
        return sql.toString();
    }

    @Override
    public String w9cached() {
        return w9();
    }

    @Override
    public long w10() throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement update = connection.prepareStatement("UPDATE users SET age = age + ? WHERE age < ?")) {
            update.setInt(1, 1);
            update.setInt(2, 1_000_000_000);
            int changed = update.executeUpdate();
            connection.commit();
            return changed;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public long byKey(long key) throws SQLException {
        kept.setLong(1, key);
        try (ResultSet rows = kept.executeQuery()) {
            rows.next();
            Reader reader = new Reader(rows.getLong(1), rows.getString(2), rows.getInt(3));
            return Rows.digest(reader.id(), reader.name(), reader.age());
        }
    }

    @Override
    public long byKeyKept(long key) throws SQLException {
        return byKey(key);
    }

    @Override
    public long insert(int count) throws SQLException {
        try (Connection another = database.pool().getConnection()) {
            another.setAutoCommit(false);
            long sum = inserts.usersByArrays(another, count);
            another.commit();
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        kept.close();
        connection.close();
    }
}
