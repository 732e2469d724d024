package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;

/**
 * A lock of a row, for a database without locks of sessions. A connection of its own holds it in an open transaction.
 * Confined to one thread at a time.
 */
final class RowLock extends MigrationLock {
    private final Connection connection;
    private final Table table;
    private final Column<Integer> id = Column.column("id", Types.INTEGER).primaryKey().autoincrement(false).notNull();
    private boolean isHeld;

    RowLock(Connection connection, MigrationOptions options) {
        this.connection = connection;
        var name = options.lockTable();
        this.table = new MetaData().table(name.name(), VersionTable.inSchema(name)).add(id);
    }

    @Override
    boolean tryAcquire() {
        try {
            table.create(connection);
            connection.commit();
            if (connection.count(Sql.select(id)) == 0) {
                connection.execute(Sql.insertInto(table).values(id, 1));
                connection.commit();
            }
            connection.rollback();
            connection.execute(Sql.update(table).set(id, 1).where(id.eq(1)));
            isHeld = true;
        } catch (DatabaseException e) {
            // another run created the table, inserted the row or holds it
            connection.rollback();
        }
        return isHeld;
    }

    @Override
    void verify() {
        try {
            connection.all(Sql.select(id));
        } catch (RuntimeException e) {
            isHeld = false;
            throw new MigrationLockException("The connection that held the lock of migrations was lost, so another run "
                    + "may have begun. No further revision was run. Check with the command current, and run again.");
        }
    }

    @Override
    public void close() {
        isHeld = false;
        connection.close();
    }
}
