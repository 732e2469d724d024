package dev.rubedo.migrate.run;

import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.migrate.error.MigrationLockException;

/**
 * A lock of the server that belongs to a session, such as an advisory lock of PostgreSQL. It is held by a separate
 * connection, and runs never wait for it inside the server. Confined to one thread at a time.
 */
final class ServerLock extends MigrationLock {
    private final Connection connection;
    private final ProgramLocks.OfSession sql;
    private final String name;
    private boolean isHeld;

    ServerLock(Connection connection, ProgramLocks.OfSession sql, MigrationOptions options) {
        this.connection = connection;
        this.sql = sql;
        this.name = "rubedo/" + connection.rows(sql.scope()).get(0).textOrEmpty("answer") + "/"
                + options.versionTable();
    }

    @Override
    boolean tryAcquire() {
        isHeld = isOne(sql.acquire());
        if (isHeld && !isOne(sql.held())) {
            isHeld = false;
            throw new MigrationLockException(
                    "The lock of migrations was acquired, but the next statement ran in another "
                            + "session: there is a connection pooler in between, such as PgBouncer in transaction "
                            + "mode. Use the URL of the server itself, or LockMode.NONE if nothing else can run "
                            + "migrations.");
        }
        return isHeld;
    }

    private boolean isOne(String query) {
        var rows = connection.rows(query, name);
        return !rows.isEmpty() && "1".equals(rows.get(0).text("answer"));
    }

    @Override
    String holder() {
        try {
            var rows = connection.rows(sql.holder(), name);
            return rows.isEmpty() ? "" : ": session " + rows.get(0).textOrEmpty("answer");
        } catch (DatabaseException e) {
            // other sessions may be hidden from this user
            return "";
        }
    }

    @Override
    void verify() {
        boolean isStillHeld;
        try {
            isStillHeld = isOne(sql.held());
        } catch (DatabaseException e) {
            isStillHeld = false;
        }
        if (!isStillHeld) {
            isHeld = false;
            throw lost();
        }
    }

    @Override
    public void close() {
        try {
            release();
        } finally {
            connection.close();
        }
    }

    private void release() {
        if (!isHeld) {
            return;
        }
        isHeld = false;
        try {
            connection.rows(sql.release(), name);
        } catch (DatabaseException e) {
            // the server releases the lock when the connection ends
            connection.invalidate();
        } catch (RuntimeException | Error e) {
            connection.invalidate();
            throw e;
        }
    }
}
