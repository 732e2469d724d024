package dev.rubedo.result;

import java.sql.SQLException;

/**
 * Who runs a statement: translates its failures and cleans up after its reader. Implemented by the engine.
 * Confined to one thread at a time.
 */
public interface StatementOwner {

    /** Returns the exception to throw for a failure of the driver. */
    RuntimeException failed(SQLException failure);

    /** Called once, when a reader ends. */
    void closed(RowReader reader);
}
