package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock on a row, for a database without session locks. A separate connection holds it in an open transaction.
 * Confined to one thread at a time.
 */
final class LockedRow extends MigrationLock {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE = 10_000_000L;

    private final Connection connection;
    private final TableName name;
    private final Table table;
    private final Column<Integer> id = Column.column("id", Types.INTEGER).primaryKey().autoincrement(false).notNull();
    private boolean isHeld;

    LockedRow(Connection connection, MigrationOptions options) {
        this.connection = connection;
        this.name = options.lockTable();
        this.table = new MetaData().table(name.name(), VersionTable.inSchema(name)).add(id);
    }

    @Override
    boolean tryAcquire() {
        prepare();
        try {
            connection.execute(Sql.update(table).set(id, 1).where(id.eq(1)));
            isHeld = true;
        } catch (LockTimeoutException | DeadlockException | SerializationFailureException
                | StatementTimeoutException e) {
            // another run holds the row
            connection.rollback();
        }
        return isHeld;
    }

    /**
     * Creates the table and its row. Another run may be doing the same concurrently, and may have created only the
     * table.
     */
    private void prepare() {
        for (int attempt = 1; !prepare(attempt); attempt++) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean prepare(int attempt) {
        try {
            if (!connection.hasTable(name.schema(), name.name())) {
                table.create(connection);
                connection.commit();
            }
            if (connection.count(Sql.select(id)) == 0) {
                connection.execute(Sql.insertInto(table).values(id, 1));
                connection.commit();
            }
            connection.rollback();
            return true;
        } catch (DatabaseException e) {
            connection.rollback();
            if (isPrepared()) {
                return true;
            }
            if (attempt == ATTEMPTS) {
                throw new MigrationException(ErrorCode.MIGRATION, "The table \"" + name + "\", which prevents "
                        + "concurrent runs of migrations, cannot be prepared: " + e.getMessage()
                        + " Create it with a row with the id 1, grant rights on it, or use LockMode.NONE.", e);
            }
            return false;
        }
    }

    private boolean isPrepared() {
        boolean isThere = connection.hasTable(name.schema(), name.name())
                && connection.count(Sql.select(id)) > 0;
        connection.rollback();
        return isThere;
    }

    @Override
    void verify() {
        try {
            connection.all(Sql.select(id));
        } catch (DatabaseException e) {
            isHeld = false;
            throw lost();
        }
    }

    @Override
    public void close() {
        isHeld = false;
        connection.close();
    }
}
