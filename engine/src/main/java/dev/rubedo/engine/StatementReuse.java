package dev.rubedo.engine;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prepared statements of a physical connection that are not in use, the last used ones, for drivers that prepare
 * anew each time.
 *
 * <p>A statement is taken out while it is executed and read, so that the same SQL with an open result gets another one.
 * Only one that ended without a failure, and without settings of its own, comes back; definitions of tables make all of
 * them stale. It lives as long as the physical connection, which closes what is left. Confined to one thread at a time.
 */
final class StatementReuse {

    private static final int CAPACITY = 100;

    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    /** Returns a statement for this SQL, which is then in use; null if there is none. */
    @Nullable
    PreparedStatement take(String sql) {
        return idle.remove(sql);
    }

    /** Keeps a statement that is not in use any more, without its values. */
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

    /** Closes all of them. */
    void clear() throws SQLException {
        for (var statements = idle.values().iterator(); statements.hasNext();) {
            var statement = statements.next();
            statements.remove();
            statement.close();
        }
    }
}
