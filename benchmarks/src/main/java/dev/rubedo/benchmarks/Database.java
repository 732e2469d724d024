package dev.rubedo.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** An H2 database in memory with the table "users", for the contenders that do not make their own. Thread-safe. */
final class Database implements AutoCloseable {
    static final String URL = "jdbc:h2:mem:benchmark;DB_CLOSE_DELAY=-1";
    private static final int BATCH = 1000;

    final HikariDataSource pool;

    Database(boolean filled) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(URL);
        config.setUsername("sa");
        pool = new HikariDataSource(config);
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DROP ALL OBJECTS");
            statement.execute("CREATE SEQUENCE user_ids START WITH 1 INCREMENT BY 1000");
            statement.execute("""
                    CREATE TABLE users (id BIGINT PRIMARY KEY, name VARCHAR(50) NOT NULL, email VARCHAR(100) NOT NULL,
                    age INTEGER NOT NULL, created TIMESTAMP NOT NULL, score NUMERIC(10, 2) NOT NULL, bio VARCHAR(200))
                    """);
            if (filled) {
                fill(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot prepare the benchmark database", e);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 1; row <= Rows.COUNT; row++) {
                insert.setLong(1, row);
                bind(insert, 2, row);
                insert.addBatch();
                if (row % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** Binds all columns but the key. */
    static void bind(PreparedStatement insert, int first, int row) throws SQLException {
        insert.setString(first, Rows.name(row));
        insert.setString(first + 1, Rows.email(row));
        insert.setInt(first + 2, Rows.age(row));
        insert.setObject(first + 3, Rows.created(row));
        insert.setBigDecimal(first + 4, Rows.score(row));
        insert.setString(first + 5, Rows.bio(row));
    }

    void clear() {
        try (Connection connection = pool.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE TABLE users");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot empty the benchmark table", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
