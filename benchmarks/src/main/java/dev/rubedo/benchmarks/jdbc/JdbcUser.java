package dev.rubedo.benchmarks.jdbc;

import dev.rubedo.benchmarks.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bare bean, as hand-written JDBC code fills it. Confined to one thread at a time. */
final class JdbcUser {
    final long id;
    final String name;
    final String email;
    int age;
    final LocalDateTime created;
    final BigDecimal score;
    final @Nullable String bio;
    final List<JdbcAddress> addresses = new ArrayList<>(0);

    private JdbcUser(ResultSet row, LocalDateTime created, BigDecimal score) throws SQLException {
        id = row.getLong(1);
        name = row.getString(2);
        email = row.getString(3);
        age = row.getInt(4);
        this.created = created;
        this.score = score;
        bio = row.getString(7);
    }

    static JdbcUser of(ResultSet row) throws SQLException {
        return new JdbcUser(row, row.getObject(5, LocalDateTime.class), row.getBigDecimal(6));
    }

    /** Reads a row of SQLite, whose timestamps are text and whose decimals are floating. */
    static JdbcUser ofText(ResultSet row) throws SQLException {
        return new JdbcUser(row, LocalDateTime.parse(row.getString(5).replace(' ', 'T')),
                BigDecimal.valueOf(row.getDouble(6)).setScale(2, RoundingMode.HALF_EVEN));
    }

    long digest() {
        return Rows.digest(id, name, email, age, created, score, bio);
    }
}
