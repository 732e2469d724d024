package dev.rubedo.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cache of the most recently used idle prepared statements of a physical connection, for drivers without a cache of
 * their own.
 *
 * <p>A statement is removed while it is executed and read, so that the same SQL with an open result gets another one.
 * It is returned only if it ended without a failure and without individual settings. DDL invalidates all statements.
 * The cache lives as long as the physical connection, which closes the remaining statements. Confined to one thread at
 * a time.
 */
final class StatementReuse {

    private static final int CAPACITY = 100;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    /** Removes and returns a statement for this SQL, or null if there is none. */
    @Nullable
    PreparedStatement take(String sql) {
        return idle.remove(sql);
    }

    /** Returns a statement to the cache, with its values cleared. */
    void give(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        var other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        } else if (idle.size() > CAPACITY) {
            var eldest = idle.values().iterator();
            var oldest = eldest.next();
            eldest.remove();
            oldest.close();
        }
    }

    /** Closes all statements. */
    void clear() throws SQLException {
        for (var statements = idle.values().iterator(); statements.hasNext();) {
            var statement = statements.next();
            statements.remove();
            statement.close();
        }
    }
}
