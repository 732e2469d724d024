package dev.rubedo.orm.internal.flush;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.RowBinder;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.query.PlanCache;

/**
 * A database that rows are written to. Confined to one thread at a time.
 *
 * @param connection the connection
 * @param statements the statements
 * @param returning whether an INSERT can return what the database filled in
 * @param ordered whether it returns that in the order of the rows
 */
record FlushTarget(Connection connection, FlushStatements statements, boolean returning, boolean ordered) {

    static FlushTarget of(Connection connection, PlanCache plans) {
        Dialect dialect = connection.engine().dialect();
        return new FlushTarget(connection, new FlushStatements(connection, plans.of(connection.prepared())),
                dialect.supports(Feature.INSERT_RETURNING), dialect.supports(Feature.RETURNING_ORDERED));
    }

    /** Executes a statement for some rows. Returns the count of each. */
    long[] run(CachedStatement statement, int rows, RowBinder binder) {
        if (rows == 1) {
            return new long[]{connection.prepared().update(statement, out -> binder.bind(0, out))};
        }
        return connection.prepared().batch(statement, rows, binder);
    }
}
