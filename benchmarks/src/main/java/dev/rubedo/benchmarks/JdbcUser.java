package dev.rubedo.benchmarks;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
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

    JdbcUser(ResultSet row) throws SQLException {
        id = row.getLong(1);
        name = row.getString(2);
        email = row.getString(3);
        age = row.getInt(4);
        created = row.getObject(5, LocalDateTime.class);
        score = row.getBigDecimal(6);
        bio = row.getString(7);
    }
}
