package dev.rubedo.benchmarks.jdbc;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Inserts of JDBC whose keys are known: from a sequence for each batch, and on SQLite counted from the greatest. Confined to one thread. */
final class JdbcInserts {
    private final Database database;

    JdbcInserts(Database database) {
        this.database = database;
    }

    /** Returns the first of the next 1000 keys. */
    private long next(Connection connection, String sequence, String table) throws SQLException {
        String query = switch (database.product()) {
            case H2 -> "SELECT NEXT VALUE FOR " + sequence;
            case POSTGRESQL -> "SELECT nextval('" + sequence + "')";
            // nobody else writes during a transaction of SQLite
            case SQLITE -> "SELECT coalesce(max(id), 0) + 1 FROM " + table;
        };
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    long users(Connection connection, int count) throws SQLException {
        long sum = 0;
        long id = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < count; row++) {
                if (row % Rows.BATCH == 0) {
                    insert.executeBatch();
                    id = next(connection, "user_ids", "users");
                }
                insert.setLong(1, id);
                database.bind(insert, 2, row);
                insert.addBatch();
                sum += id++;
            }
            insert.executeBatch();
        }
        return sum;
    }

    /** The fastest way on PostgreSQL: one array for each column. Batches elsewhere. */
    long usersByArrays(Connection connection, int count) throws SQLException {
        if (database.product() != Database.Product.POSTGRESQL) {
            return users(connection, count);
        }
        Object[][] columns = new Object[6][count];
        for (int row = 0; row < count; row++) {
            columns[0][row] = Rows.name(row);
            columns[1][row] = Rows.email(row);
            columns[2][row] = Rows.age(row);
            columns[3][row] = Rows.created(row).toString();
            columns[4][row] = Rows.score(row);
            columns[5][row] = Rows.bio(row);
        }
        String[] types = {"text", "text", "int4", "text", "numeric", "text"};
        long sum = 0;
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO users (name, email, age, created, score, bio)
                SELECT n, e, a, c::timestamp, s, b FROM unnest(?, ?, ?, ?, ?, ?) AS t (n, e, a, c, s, b) RETURNING id
                """)) {
            for (int i = 0; i < types.length; i++) {
                insert.setArray(i + 1, connection.createArrayOf(types[i], columns[i]));
            }
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    sum += rows.getLong(1);
                }
            }
        }
        return sum;
    }

    long graph(Connection connection) throws SQLException {
        long first = next(connection, "user_ids", "users");
        long sum = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            for (int row = 0; row < Rows.OWNERS; row++) {
                insert.setLong(1, first + row);
                database.bind(insert, 2, row);
                insert.addBatch();
                sum += first + row;
            }
            insert.executeBatch();
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO addresses VALUES (?, ?, ?, ?)")) {
            long id = 0;
            for (int i = 0; i < Rows.OWNERS * Rows.ADDRESSES; i++) {
                if (i % Rows.BATCH == 0) {
                    insert.executeBatch();
                    id = next(connection, "address_ids", "addresses");
                }
                int row = i / Rows.ADDRESSES;
                int number = i % Rows.ADDRESSES;
                insert.setLong(1, id);
                insert.setLong(2, first + row);
                insert.setString(3, Rows.addressEmail(row, number));
                insert.setString(4, Rows.city(row, number));
                insert.addBatch();
                sum += id++;
            }
            insert.executeBatch();
        }
        return sum;
    }
}
