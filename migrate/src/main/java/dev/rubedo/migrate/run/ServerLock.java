package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.reflect.CatalogRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A lock of the server that belongs to a session: an advisory lock of PostgreSQL, a named lock of MySQL and MariaDB. It
 * is held by a connection of its own and never waited for inside the server. Confined to one thread at a time.
 */
final class ServerLock extends MigrationLock {
    private final Connection connection;
    private final boolean isPostgres;
    private final String name;
    private boolean isHeld;

    ServerLock(Connection connection, MigrationOptions options) {
        this.connection = connection;
        this.isPostgres = connection.dialectName().equals("postgresql");
        var scope = isPostgres ? "SELECT current_database() || '/' || COALESCE(current_schema(), '') AS answer"
                : "SELECT DATABASE() AS answer";
        this.name = "rubedo/" + connection.rows(scope).get(0).text("answer") + "/" + options.versionTable();
    }

    private long key() {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return 0x52_75_62_65_00_00_00_00L | sum.getValue();
    }

    /** The name of a lock of MySQL has at most 64 characters. */
    private String shortName() {
        return name.length() <= 64 ? name : "rubedo/" + Long.toHexString(key());
    }

    @Override
    boolean tryAcquire() {
        var rows = isPostgres
                ? connection.rows("SELECT CASE WHEN pg_try_advisory_lock(" + key() + ") THEN 1 ELSE 0 END AS answer")
                : connection.rows("SELECT GET_LOCK(?, 0) AS answer", shortName());
        isHeld = isOne(rows);
        return isHeld;
    }

    private static boolean isOne(List<CatalogRow> rows) {
        return !rows.isEmpty() && "1".equals(rows.get(0).text("answer"));
    }

    @Override
    String holder() {
        try {
            var rows = isPostgres
                    ? connection.rows("SELECT a.pid::text || ' (' || COALESCE(a.application_name, '') || ', from '"
                            + " || COALESCE(a.client_addr::text, 'a local socket') || ', since '"
                            + " || a.backend_start::timestamp(0)::text || ')' AS answer FROM pg_locks l JOIN pg_stat_activity a"
                            + " ON a.pid = l.pid WHERE l.locktype = 'advisory' AND l.granted AND l.objid::bigint = "
                            + (key() & 0xFFFF_FFFFL) + " AND l.classid::bigint = " + (key() >>> 32))
                    : connection.rows("SELECT CONCAT(p.ID, ' (', p.USER, ' from ', p.HOST, ')') AS answer FROM"
                            + " information_schema.PROCESSLIST p WHERE p.ID = IS_USED_LOCK(?)", shortName());
            return rows.isEmpty() ? "" : ": session " + rows.get(0).text("answer");
        } catch (RuntimeException e) {
            return "";
        }
    }

    @Override
    void verify() {
        try {
            if (isPostgres) {
                connection.rows("SELECT 1");
            } else if (!isOne(connection.rows("SELECT IS_USED_LOCK(?) = CONNECTION_ID() AS answer", shortName()))) {
                throw lost();
            }
        } catch (MigrationLockException e) {
            throw e;
        } catch (RuntimeException e) {
            isHeld = false;
            throw lost();
        }
    }

    private static MigrationLockException lost() {
        return new MigrationLockException(
                "The connection that held the lock of migrations was lost, so another run may "
                        + "have begun. No further revision was run. Check with the command current, and run again.");
    }

    @Override
    public void close() {
        try (connection) {
            if (isHeld) {
                isHeld = false;
                if (isPostgres) {
                    connection.rows("SELECT CASE WHEN pg_advisory_unlock(" + key() + ") THEN 1 ELSE 0 END");
                } else {
                    connection.rows("SELECT RELEASE_LOCK(?)", shortName());
                }
            }
        } catch (RuntimeException e) {
            // the server releases the lock when the connection ends
            connection.invalidate();
        }
    }
}
